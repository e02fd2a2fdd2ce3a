package org.migrationmodes.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;
import org.migrationmodes.source.LiveSettings;

/** The setting {@code admin.token}: who may see more than visitors. Thread-safe. */
public final class AdminSettings implements LiveSettings {
    private static final int SHORTEST_TOKEN = 16;

    private volatile byte @Nullable [] token;

    @Override
    public Runnable prepare(Section configuration) throws InvalidDocument {
        Value admin = configuration.value("admin");
        Value value = admin == null ? null : admin.object().value("token");
        if (value != null && value.text().length() < SHORTEST_TOKEN) {
            // The value is a secret, so it is not shown.
            throw new InvalidDocument(
                    value.place(), "shorter than " + SHORTEST_TOKEN + " characters; anybody could guess it");
        }
        byte[] prepared = value == null ? null : value.text().getBytes(StandardCharsets.UTF_8);
        return () -> token = prepared;
    }

    boolean hasToken() {
        return token != null;
    }

    /** Compares in a time that tells nothing of the token. */
    boolean isToken(String given) {
        byte[] known = token;
        return known != null && MessageDigest.isEqual(known, given.getBytes(StandardCharsets.UTF_8));
    }
}

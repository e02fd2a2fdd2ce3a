package org.migrationmodes.admin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
        Value value = admin == null ? null : section(admin).value("token");
        String word = value == null ? null : token(value);
        byte[] prepared = word == null ? null : word.getBytes(StandardCharsets.US_ASCII);
        return () -> token = prepared;
    }

    // The value is a secret, or an attempt at one: no error shows it.
    private static Section section(Value admin) throws InvalidDocument {
        try {
            return admin.object();
        } catch (InvalidDocument e) {
            throw new InvalidDocument(admin.place(), "not an object in { }, such as { \"token\": \"…\" }");
        }
    }

    private static String token(Value value) throws InvalidDocument {
        if (!value.isText()) {
            throw new InvalidDocument(value.place(), "not a text");
        }
        String word = value.text();
        if (word.length() < SHORTEST_TOKEN) {
            throw new InvalidDocument(
                    value.place(), "shorter than " + SHORTEST_TOKEN + " characters; anybody could guess it");
        }
        // RFC 6750, section 2.1: others do not survive a header.
        if (!word.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new InvalidDocument(
                    value.place(), "holds characters that a header cannot carry; take letters, digits and -._~+/=");
        }
        return word;
    }

    boolean hasToken() {
        return token != null;
    }

    /** Compares in a time that tells nothing of the token. */
    boolean isToken(String given) {
        byte[] known = token;
        return known != null && MessageDigest.isEqual(known, given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Seals a text by the token (HMAC-SHA256, RFC 2104).
     *
     * @return in base64url
     * @throws IllegalStateException if there is no token
     */
    String seal(String text) {
        byte[] known = token;
        if (known == null) {
            throw new IllegalStateException("no admin.token to seal with");
        }
        return seal(text, known);
    }

    /** Whether this is the seal of a text by the token of now. */
    boolean isSeal(String text, String given) {
        byte[] known = token;
        return known != null
                && MessageDigest.isEqual(
                        seal(text, known).getBytes(StandardCharsets.US_ASCII),
                        given.getBytes(StandardCharsets.US_ASCII));
    }

    private static String seal(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] sealed = mac.doFinal(("migration-bypass:" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}

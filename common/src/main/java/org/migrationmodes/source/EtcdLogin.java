package org.migrationmodes.source;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;

/** Who we are to etcd: the token that it gave for user and password. Not thread-safe. */
final class EtcdLogin {
    // What a header may hold (RFC 9110, section 5.5).
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final String NOT_NEEDED = "authentication is not enabled";

    private final EtcdSettings settings;
    private final EtcdTransport transport;
    private @Nullable String token;
    private boolean known;

    EtcdLogin(EtcdSettings settings, EtcdTransport transport) {
        this.settings = settings;
        this.transport = transport;
        known = settings.user() == null;
    }

    /** Whether {@link #token} will not have to ask. */
    boolean isKnown() {
        return known;
    }

    /** Null where none is needed. */
    @Nullable
    String token(URI endpoint, Duration patience) throws EtcdFailure {
        if (!known) {
            token = authenticate(endpoint, patience);
            known = true;
        }
        return token;
    }

    private @Nullable String authenticate(URI endpoint, Duration patience) throws EtcdFailure {
        try {
            String given = transport
                    .post(
                            endpoint,
                            "/v3/auth/authenticate",
                            null,
                            Map.of("name", settings.user(), "password", settings.password()),
                            patience)
                    .required("token")
                    .text();
            if (!TOKEN.matcher(given).matches()) {
                throw EtcdFailure.unreachable(endpoint, "gives a token that cannot be sent back");
            }
            return given;
        } catch (InvalidDocument e) {
            throw EtcdFailure.unreachable(endpoint, "gives no token: " + e.getMessage());
        } catch (EtcdFailure e) {
            if (e.says(NOT_NEEDED)) {
                return null;
            }
            throw e;
        }
    }

    /** A token ends with its time, with a restart and with each change of users and roles. */
    void forget() {
        known = settings.user() == null;
    }
}

package org.migrationmodes.source;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Value;

/** A URL that nobody on the way can answer for: https, or of this machine, or http where the admin says so. */
final class EncryptedUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private EncryptedUrl() {}

    /** @param allow how the admin would say so, for the error */
    static URI read(Value value, boolean allowHttp, String allow) throws InvalidDocument {
        URI url = value.url();
        boolean plain = url.getScheme().toLowerCase(Locale.ROOT).equals("http");
        if (plain && !allowHttp && !isLoopback(url)) {
            throw value.invalid(
                    "is not encrypted, so anybody on the way could open or freeze this server; use https, or" + " say "
                            + allow);
        }
        return url;
    }

    /** Whether it is on this machine. */
    static boolean isLoopback(URI url) {
        return LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.io.InputStream;

/** The head of a request, as it came over the wire. */
final class RequestHead {
    private static final char TLS_HANDSHAKE = 0x16;

    private RequestHead() {}

    /** Ends early where a client begins with TLS, which nobody speaks here. */
    static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.charAt(0) == TLS_HANDSHAKE) {
                break;
            }
            if (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                break;
            }
            next = in.read();
        }
        return head.toString();
    }

    static long bodyLength(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }
}

package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a visitor's browser looks for our files, as far as the server knows. What a proxy in front of it may have changed
 * counts as unknown.
 *
 * @param secure whether it is https for sure; it may be https also if not
 * @param host the name in lower case, or null if unknown
 * @param port the port, 0 for the scheme's default one
 * @param folder the decoded path of the folder with our files
 */
record OwnAddress(boolean secure, @Nullable String host, int port, String folder) {
    /** What a proxy says of the address under which it was asked. */
    static final List<String> HEADERS =
            List.of("X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto", "Forwarded");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Reads a request.
     *
     * @param folder the path of the folder with our files, encoded or not
     */
    static OwnAddress of(HttpServletRequest request, String folder) {
        String name = request.getServerName();
        int port = request.getServerPort();
        return new OwnAddress(
                request.isSecure(),
                name == null || isChanged(request, port) ? null : name.toLowerCase(Locale.ROOT),
                port == (request.isSecure() ? HTTPS : HTTP) ? 0 : port,
                decoded(folder));
    }

    /** Whether a proxy was asked under another address than we were: one that keeps the name often tells of it all the same. */
    private static boolean isChanged(HttpServletRequest request, int port) {
        String host = request.getHeader("X-Forwarded-Host");
        String forwardedPort = request.getHeader("X-Forwarded-Port");
        return request.getHeader("Forwarded") != null
                || (host != null && !host.equalsIgnoreCase(request.getHeader("Host")))
                || (forwardedPort != null && !forwardedPort.equals(Integer.toString(port)));
    }

    /** Whether an asset of ours lies on a path of a source expression, which is a folder if it ends in a slash. */
    boolean isUnder(String path, String name) {
        String own = folder + name;
        String decoded = decoded(path);
        return decoded.endsWith("/") ? own.startsWith(decoded) : own.equals(decoded);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}

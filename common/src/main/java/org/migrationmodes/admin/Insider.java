package org.migrationmodes.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may see more than visitors: whoever has the admin token; where none is configured, whoever asks from this machine.
 */
final class Insider {
    private static final String BEARER = "Bearer ";
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private Insider() {}

    static boolean is(HttpServletRequest request, AdminSettings settings) {
        if (settings.hasToken()) {
            String authorization = request.getHeader("Authorization");
            return authorization != null
                    && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    && settings.isToken(authorization.substring(BEARER.length()).strip());
        }
        // A visitor who comes through a proxy on this machine has its address too, but not without traces.
        return isLoopback(request.getRemoteAddr())
                && isLoopback(request.getLocalAddr())
                && PROXY_HEADERS.stream().allMatch(header -> request.getHeader(header) == null);
    }

    private static boolean isLoopback(@Nullable String address) {
        return address != null
                && (address.startsWith("127.")
                        || address.equals("::1")
                        || address.equals("[::1]")
                        || address.equals("0:0:0:0:0:0:0:1")
                        || address.equals("[0:0:0:0:0:0:0:1]"));
    }
}

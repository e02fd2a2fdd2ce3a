package org.migrationmodes.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may see more than visitors: whoever has the admin token, or the cookie that it gave; where none is configured, whoever
 * asks from this machine. Thread-safe.
 */
final class Insider {
    private static final String BEARER = "Bearer ";
    // Digits only: 127.evil.example is a name that anybody may register.
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");
    private static final Set<String> PROXY_HEADERS =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip", "x-host");
    private static final List<String> PROXY_PREFIXES = List.of("x-forwarded", "x-original", "cf-", "x-envoy");

    private final AdminSettings settings;
    private final BypassCookie cookie;

    Insider(AdminSettings settings, BypassCookie cookie) {
        this.settings = settings;
        this.cookie = cookie;
    }

    boolean is(HttpServletRequest request) {
        if (settings.hasToken()) {
            String authorization = request.getHeader("Authorization");
            boolean bearer = authorization != null
                    && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    && settings.isToken(authorization.substring(BEARER.length()).strip());
            return bearer || cookie.isBorneBy(request);
        }
        // A visitor who comes through a proxy on this machine has its address too, but seldom without traces: headers
        // of the proxy's, or the name by which he called it.
        return isLoopback(request.getRemoteAddr())
                && isLoopback(request.getLocalAddr())
                && isLocalName(request.getServerName())
                && Collections.list(request.getHeaderNames()).stream().noneMatch(Insider::isProxyHeader);
    }

    private static boolean isProxyHeader(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return PROXY_HEADERS.contains(name) || PROXY_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private static boolean isLocalName(@Nullable String name) {
        return "localhost".equalsIgnoreCase(name) || isLoopback(name);
    }

    private static boolean isLoopback(@Nullable String address) {
        return address != null
                && (LOOPBACK.matcher(address).matches()
                        || address.equals("::1")
                        || address.equals("[::1]")
                        || address.equals("0:0:0:0:0:0:0:1")
                        || address.equals("[0:0:0:0:0:0:0:1]"));
    }
}

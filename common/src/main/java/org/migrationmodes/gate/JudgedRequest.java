package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as a profile sees it: method, clean path and parameters, the body's only when asked for. Not thread-safe.
 */
final class JudgedRequest {
    /** Stands for the method of a request that wants to become a WebSocket (RFC 6455, section 4.1). */
    static final String WEBSOCKET = "WEBSOCKET";

    // RFC 9110, section 9.2.1
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<String> OVERRIDING_HEADERS =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");
    private static final String OVERRIDING_PARAMETER = "_method";

    private final HttpServletRequest request;
    private final String method;
    private final String path;
    private final FormBody body;
    private @Nullable Parameters query;

    JudgedRequest(HttpServletRequest request) {
        this.request = request;
        this.method = isUpgrade(request) ? WEBSOCKET : request.getMethod();
        this.path = path(request);
        this.body = new FormBody(request);
    }

    /** The path within the web application as the container dispatches it (Servlet 6.0, section 3.5). */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        return headers(request, "Upgrade").stream()
                .anyMatch(upgrade -> upgrade.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    /** All of them: a host may look at another than the first. */
    static List<String> headers(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        return values == null ? List.of() : Collections.list(values);
    }

    String method() {
        return method;
    }

    boolean isSafe() {
        return SAFE.contains(method);
    }

    String path() {
        return path;
    }

    /** The path as the client spelled it, without that of the web application; some hosts look at this one. */
    String rawPath() {
        String uri = request.getRequestURI();
        String context = request.getContextPath();
        return uri.startsWith(context) ? uri.substring(context.length()) : uri;
    }

    String mediaType() {
        return body.type();
    }

    /** The parameters of the query string. */
    Parameters query() {
        Parameters known = query;
        if (known == null) {
            String encoded = request.getQueryString();
            known = encoded == null ? Parameters.NONE : Parameters.parse(encoded, StandardCharsets.UTF_8);
            query = known;
        }
        return known;
    }

    /** What the body says; asking reads it if it is an urlencoded form. */
    FormBody body() {
        return body;
    }

    /** Whether a header or the query names an unsafe method that the host may obey instead of the real one. */
    boolean overridesMethod() {
        return OVERRIDING_HEADERS.stream()
                        .flatMap(name -> headers(request, name).stream())
                        .anyMatch(JudgedRequest::isUnsafe)
                || query().values(OVERRIDING_PARAMETER).stream().anyMatch(JudgedRequest::isUnsafe);
    }

    /** Whether the body names an unsafe method, or may hide one. */
    boolean overridesMethodInBody() throws IOException {
        return body.isHidden()
                || body.parameters().values(OVERRIDING_PARAMETER).stream().anyMatch(JudgedRequest::isUnsafe);
    }

    private static boolean isUnsafe(String name) {
        return !name.isEmpty() && !SAFE.contains(name.strip().toUpperCase(Locale.ROOT));
    }
}

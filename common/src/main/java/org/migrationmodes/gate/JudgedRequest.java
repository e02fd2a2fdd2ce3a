package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
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
    private @Nullable NamedValues query;

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
        return anyHeader(
                request, "Upgrade", upgrade -> upgrade.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    /** All of them: a host may look at another than the first. */
    static List<String> headers(HttpServletRequest request, String name) {
        // Servlet 6.0, HttpServletRequest.getHeader: null if there is none of that name; this one allocates nothing
        if (request.getHeader(name) == null) {
            return List.of();
        }
        Enumeration<String> values = request.getHeaders(name);
        return values == null ? List.of() : Collections.list(values);
    }

    static boolean anyHeader(HttpServletRequest request, String name, Predicate<String> wanted) {
        List<String> values = headers(request, name);
        for (int i = 0; i < values.size(); i++) {
            if (wanted.test(values.get(i))) {
                return true;
            }
        }
        return false;
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

    /** The path as the client spelled it, from {@link #rawPathBegin} on; some hosts look at this one. */
    String rawUri() {
        return request.getRequestURI();
    }

    /** Where the path of the web application ends in it. */
    int rawPathBegin() {
        String context = request.getContextPath();
        return request.getRequestURI().startsWith(context) ? context.length() : 0;
    }

    String mediaType() {
        return body.type();
    }

    /** The parameters of the query string. */
    NamedValues query() {
        NamedValues known = query;
        if (known == null) {
            String encoded = request.getQueryString();
            known = encoded != null && PlainQuery.hasPlainNames(encoded) ? new PlainQuery(encoded) : parsed(encoded);
            query = known;
        }
        return known;
    }

    private static Parameters parsed(@Nullable String encoded) {
        return encoded == null ? Parameters.NONE : Parameters.parse(encoded, StandardCharsets.UTF_8);
    }

    /**
     * The parameters of the query string and of the body.
     *
     * @throws IOException if the body cannot be read
     */
    Parameters parameters() throws IOException {
        return parsed(request.getQueryString()).and(body.parameters());
    }

    /** What the body says; asking reads it if it is an urlencoded form. */
    FormBody body() {
        return body;
    }

    /** Whether a header or the query names an unsafe method that the host may obey instead of the real one. */
    boolean overridesMethod() {
        for (int i = 0; i < OVERRIDING_HEADERS.size(); i++) {
            if (anyHeader(request, OVERRIDING_HEADERS.get(i), JudgedRequest::isUnsafe)) {
                return true;
            }
        }
        return isAnyUnsafe(query().values(OVERRIDING_PARAMETER));
    }

    /** Whether the body names an unsafe method, or may hide one. */
    boolean overridesMethodInBody() throws IOException {
        return body.isHidden() || isAnyUnsafe(body.parameters().values(OVERRIDING_PARAMETER));
    }

    private static boolean isAnyUnsafe(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (isUnsafe(names.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnsafe(String name) {
        return !name.isEmpty() && !SAFE.contains(name.strip().toUpperCase(Locale.ROOT));
    }
}

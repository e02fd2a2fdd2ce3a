package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page that gets a banner, without its conditions and ranges (RFC 9110, sections 13.1 and 14.2): the copy
 * that a browser holds is one without the banner, and must not be confirmed.
 */
public final class UnconditionalRequest extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN =
            Set.of("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range");

    private UnconditionalRequest(HttpServletRequest request) {
        super(request);
    }

    /**
     * Hides the conditions of a request that asks for a page; images and scripts keep theirs.
     *
     * @param request a page view
     * @return the same request if it has none
     */
    public static HttpServletRequest of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            // The conditions of a write protect what somebody else has stored (RFC 9110, section 13.1.1).
            return request;
        }
        String accept = request.getHeader("Accept");
        boolean page = request.getHeader("Sec-Fetch-Dest") != null
                || accept == null
                || accept.toLowerCase(Locale.ROOT).contains("text/html")
                || accept.toLowerCase(Locale.ROOT).contains("application/xhtml+xml");
        boolean conditional = HIDDEN.stream().anyMatch(name -> request.getHeader(name) != null);
        return page && conditional ? new UnconditionalRequest(request) : request;
    }

    private static boolean isHidden(String name) {
        return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        return isHidden(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(UnconditionalRequest::isHidden);
        return Collections.enumeration(names);
    }
}

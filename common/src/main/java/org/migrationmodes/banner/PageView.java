package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by its request whether an answer will be looked at as a page. */
public final class PageView {

    private static final String REQUESTED_WITH = "X-Requested-With";
    private static final String FACES_REQUEST = "Faces-Request";
    private static final String FETCH_DESTINATION = "Sec-Fetch-Dest";

    /** Fetch Metadata, section 2.1: what may hold a page, or be put into one. */
    private static final Set<String> HOLDERS =
            Set.of("document", "iframe", "frame", "fencedframe", "embed", "object", "empty");

    /** Who names one of these beside everything wants that, not a page. */
    private static final List<String> PARTS = List.of("image/", "audio/", "video/", "font/", "text/css");

    private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml", "text/*", "application/*");

    private PageView() {}

    /**
     * Whether the request may be one for a page: scripts, partial requests of JSF and what a browser loads into
     * something else than a tab are not. A client that says nothing of itself may.
     *
     * @param request read only
     * @return whether its answer may carry a banner
     */
    public static boolean isPageView(HttpServletRequest request) {
        if ("XMLHttpRequest".equalsIgnoreCase(request.getHeader(REQUESTED_WITH))
                || request.getHeader(FACES_REQUEST) != null) {
            return false;
        }
        // Fetch Metadata, section 2.1: a tab or window is a document; frames, scripts and images are not
        String destination = request.getHeader(FETCH_DESTINATION);
        return destination == null || destination.equals("document");
    }

    /**
     * Whether the answer may be a page, shown in a tab or not: what a client loads into a page as an image, a script or a
     * style is none (RFC 9110, section 12.5.1).
     *
     * @param request read only
     * @return true for a client that does not say what it wants, or wants anything
     */
    public static boolean acceptsPage(HttpServletRequest request) {
        String destination = request.getHeader(FETCH_DESTINATION);
        if (destination != null && (destination.equals("document") || !HOLDERS.contains(destination))) {
            return destination.equals("document");
        }
        @Nullable Enumeration<String> lines = request.getHeaders("Accept");
        String accept =
                lines == null ? "" : String.join(",", Collections.list(lines)).toLowerCase(Locale.ROOT);
        return accept.isBlank()
                || PAGES.stream().anyMatch(accept::contains)
                || (accept.contains("*/*") && PARTS.stream().noneMatch(accept::contains));
    }

    /**
     * Whether an answer to the request is one that caches keep, and its conditions are about reading.
     *
     * @param request read only
     * @return true for GET and HEAD
     */
    public static boolean isSafe(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /**
     * What {@link #isPageView} looks at, for {@code Vary}.
     *
     * @return names of request headers
     */
    public static List<String> headers() {
        return List.of(REQUESTED_WITH, FACES_REQUEST, FETCH_DESTINATION);
    }
}

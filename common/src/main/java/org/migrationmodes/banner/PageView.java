package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Tells by its request whether an answer will be looked at as a page. */
public final class PageView {

    private static final String REQUESTED_WITH = "X-Requested-With";
    private static final String FACES_REQUEST = "Faces-Request";
    private static final String FETCH_DESTINATION = "Sec-Fetch-Dest";

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

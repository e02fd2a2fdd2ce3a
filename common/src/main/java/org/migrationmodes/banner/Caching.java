package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What caches have to be told of the answer to one request, if it is a page.
 *
 * @param freshness how long it may be kept; null leaves that to the host
 * @param vary the request headers that it depends on
 * @param expected whether a 304, which does not say what it confirms, is taken for one of a page: to whoever reads, since a
 *     cache may hold any copy under the address
 * @param confirmable the mark of the copies that a 304 confirms; null if those have no banner
 */
public record Caching(
        @Nullable Freshness freshness,
        Vary vary,
        boolean expected,
        @Nullable String confirmable) {

    /** Caches are told what the host tells. */
    static final Caching UNTOLD = new Caching(null, Vary.NONE, false, null);

    /**
     * For the answer to a request.
     *
     * @param request as the host sees it
     * @param freshness how long a page may be kept
     * @param vary the request headers that a page depends on
     * @return what caches have to be told
     */
    public static Caching of(HttpServletRequest request, Freshness freshness, Vary vary) {
        String confirmable = request instanceof PageRequest page ? page.confirmable() : null;
        return new Caching(freshness, vary, PageView.isSafe(request), confirmable);
    }
}

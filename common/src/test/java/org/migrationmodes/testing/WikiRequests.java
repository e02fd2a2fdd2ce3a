package org.migrationmodes.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be asked of a JSPWiki, row by row. To try it on a frozen wiki, {@link #prepare} while it is open: a write
 * needs fields that only an editor gives.
 */
public final class WikiRequests {
    private WikiRequests() {}

    /** The rows of a wiki as shipped. */
    public static List<WikiRow> rows() {
        return Stream.of(WikiReads.rows(), WikiWrites.rows())
                .flatMap(List::stream)
                .toList();
    }

    /** The rows that need {@link JspWiki#installWithShortUrls}. */
    public static List<WikiRow> shortUrlRows() {
        return WikiShortUrls.rows();
    }

    static List<WikiRow> allRows() {
        return Stream.of(rows(), shortUrlRows()).flatMap(List::stream).toList();
    }

    /**
     * Opens the editors that the rows need, logs in where they need it, and gives a request for each row and method.
     * Each is independent of the others.
     *
     * @param visitor anybody at the wiki; each request is sent by somebody else
     */
    public static List<WikiRequest> prepare(List<WikiRow> rows, WikiBrowser visitor) {
        Map<WikiUser, WikiBrowser> users = new EnumMap<>(WikiUser.class);
        List<WikiRequest> requests = new ArrayList<>();
        for (WikiRow row : rows) {
            for (String method : row.methods()) {
                WikiUser user = row.user();
                // a login, a logout or a registration must not change the session of other requests
                WikiBrowser browser = user == null
                        ? visitor.another()
                        : users.computeIfAbsent(user, u -> visitor.another().login(u));
                RawRequest request = new WikiRowRequest(row, method).prepare(browser);
                requests.add(new WikiRequest(
                        row.name() + ", " + method, row.kind(), row.proven(), row.page(method), request));
            }
        }
        return requests;
    }
}

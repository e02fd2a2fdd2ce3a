package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** Whether a page is what it should be; nothing is told of a contestant that breaks it, or does nothing. */
final class PageCheck {
    private static final String MARK = "<div class=\"migration-banner";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private PageCheck() {}

    static void require(String url, String path, Contestant contestant) throws IOException, InterruptedException {
        String expected = PageServlet.page(path).text();
        String got = CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
        String wrong = wrong(expected, got, contestant);
        if (wrong != null) {
            throw new IllegalStateException(contestant.title + ": " + path + " " + wrong);
        }
    }

    static @Nullable String wrong(String expected, String got, Contestant contestant) {
        int body = expected.indexOf(Page.BODY);
        // SiteMesh gives a page a body that has none
        boolean anew = contestant == Contestant.SITEMESH;
        boolean due = contestant.banner && (body >= 0 || anew);
        if ((got.split(MARK, -1).length == 2) != due || got.contains(MARK) != due) {
            return due ? "has not one banner" : "has a banner";
        }
        if (!due) {
            return got.equals(expected) ? null : "is not what the host wrote";
        }
        if (anew) {
            // It writes the page anew, around what was in the body.
            String posts = expected.substring(expected.indexOf("<p "), expected.lastIndexOf("</p>"));
            return got.contains(posts) ? null : "lost some of its body";
        }
        String begin = expected.substring(0, body + Page.BODY.length());
        String rest = expected.substring(begin.length());
        return got.startsWith(begin) && got.endsWith(rest) && got.length() > expected.length()
                ? null
                : "is not what the host wrote with a banner behind its body tag";
    }
}

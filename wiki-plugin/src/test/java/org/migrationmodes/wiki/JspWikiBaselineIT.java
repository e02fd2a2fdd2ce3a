package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiBrowser;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

/** A wiki without the plugin: what the tests of a freeze call a write is one, and what they call a read is none. */
class JspWikiBaselineIT {
    @TempDir
    static Path folder;

    private static JspWiki wiki;
    private static TomcatHost tomcat;
    private static WikiBrowser visitor;

    @BeforeAll
    static void start() throws IOException {
        wiki = JspWiki.install(folder.resolve("wiki"));
        tomcat = TomcatHost.start(wiki.webapp("/w"));
        visitor = new WikiBrowser(tomcat.http(), "/w");
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        return WikiRequests.prepare(WikiRequests.rows(), visitor).stream()
                .filter(WikiRequest::proven)
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> check(request)));
    }

    @Test
    void savesAsAVisitorDoes() throws IOException {
        RawAnswer answer = visitor.save("Sandbox", "Grüße, Καλώς ήρθατε");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(wiki.page("Sandbox")).contains("Grüße, Καλώς ήρθατε");
    }

    @Test
    void attachesAsAVisitorDoes() {
        RawAnswer answer = visitor.upload("WithAttachment", "more.txt", new byte[] {'m'});

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(visitor.get("/attach/WithAttachment/more.txt").text()).isEqualTo("m");
    }

    private static void check(WikiRequest request) {
        SortedMap<String, String> before = wiki.snapshot();

        RawAnswer answer = tomcat.http().send(request.request());

        if (request.kind() == WikiRow.Kind.WRITE) {
            assertThat(wiki.snapshot()).as("%s: %s", request, answer).isNotEqualTo(before);
        } else {
            assertThat(answer.status()).as("%s: %s", request, answer).isIn(200, 302);
            assertThat(wiki.snapshot()).as("%s: %s", request, answer).isEqualTo(before);
        }
    }
}

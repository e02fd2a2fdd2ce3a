package org.migrationmodes.wiki;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import org.migrationmodes.testing.WikiChange;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

/**
 * Two wikis in one server, without the plugin: what the tests of a freeze call a write is one, and what they call a
 * read is none.
 */
class JspWikiBaselineIT {
    @TempDir
    static Path folder;

    private static JspWiki wiki;
    private static JspWiki shortUrls;
    private static TomcatHost tomcat;

    @BeforeAll
    static void start() throws IOException {
        wiki = JspWiki.install(folder.resolve("wiki"));
        shortUrls = JspWiki.installWithShortUrls(folder.resolve("short"));
        tomcat = TomcatHost.start(wiki.webapp("/wiki"), shortUrls.webapp("/short"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        return checks(wiki, visitor(), WikiRequests.rows());
    }

    @TestFactory
    Stream<DynamicTest> shortUrlRows() {
        return checks(shortUrls, new WikiBrowser(tomcat.http(), "/short"), WikiRequests.shortUrlRows());
    }

    @Test
    void savesAsAVisitorDoes() throws IOException {
        RawAnswer answer = visitor().save("Sandbox", "Grüße, Καλώς ήρθατε");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(wiki.page("Sandbox")).contains("Grüße, Καλώς ήρθατε");
        assertThat(shortUrls.page("Sandbox")).doesNotContain("Grüße");
    }

    @Test
    void attachesAsAVisitorDoes() {
        RawAnswer answer = visitor().upload("WithAttachment", "more.txt", "more".getBytes(US_ASCII));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(visitor().get("/attach/WithAttachment/more.txt").text()).isEqualTo("more");
    }

    @Test
    void linksAreShortWhereTheyShouldBe() {
        assertThat(visitor().get("/").text()).contains("href=\"/wiki/Wiki.jsp?page=Sandbox\"");
        assertThat(tomcat.http().get("/short/").text()).contains("href=\"/short/wiki/Sandbox\"");
    }

    private static WikiBrowser visitor() {
        return new WikiBrowser(tomcat.http(), "/wiki");
    }

    private static Stream<DynamicTest> checks(JspWiki wiki, WikiBrowser visitor, List<WikiRow> rows) {
        return WikiRequests.prepare(rows, visitor).stream()
                .filter(WikiRequest::proven)
                .map(request -> DynamicTest.dynamicTest(
                        request.name(), () -> new RowCheck(tomcat.http(), WikiChange.since(wiki)).works(request)));
    }
}

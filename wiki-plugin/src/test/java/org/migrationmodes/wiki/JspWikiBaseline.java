package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiBrowser;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

/** A wiki without the plugin: what the tests of a freeze call a write is one, and what they call a read is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JspWikiBaseline {
    final JspWiki wiki;
    final TomcatHost tomcat;
    final WikiBrowser visitor;

    JspWikiBaseline(JspWiki wiki) {
        this.wiki = wiki;
        tomcat = TomcatHost.start(wiki.webapp("/w"));
        visitor = new WikiBrowser(tomcat.http(), "/w");
    }

    abstract List<WikiRow> rows();

    @AfterAll
    void stop() {
        tomcat.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsWhatItIsCalled() {
        return WikiRequests.prepare(rows(), visitor).stream()
                .filter(WikiRequest::proven)
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> check(request)));
    }

    private void check(WikiRequest request) {
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

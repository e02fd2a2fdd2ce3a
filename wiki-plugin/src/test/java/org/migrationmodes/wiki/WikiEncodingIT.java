package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiBrowser;

/**
 * On a server that has no encoding of its own for what forms send, the first to look at a parameter decides how all are
 * read. That must be the wiki.
 */
class WikiEncodingIT {
    private static final String TEXT = "Grüße aus dem Wiki";

    @TempDir
    static Path folder;

    private static PluggedWiki wiki;
    private static TomcatHost tomcat;

    @BeforeAll
    static void start() throws IOException {
        wiki = PluggedWiki.of(install("wiki"), folder.resolve("wiki.json"), "/wiki");
        tomcat = TomcatHost.start(wiki.webapp(), install("bare").webapp("/bare"));
    }

    private static JspWiki install(String name) throws IOException {
        // the index of the search as shipped is filled by a thread in its own time
        return JspWiki.install(folder.resolve(name), Map.of("jspwiki.searchProvider", "BasicSearchProvider"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "announced"})
    void aPageIsSavedAsItWasWritten(String mode) throws IOException {
        wiki.say(mode, tomcat);

        RawAnswer answer = wiki.visitor(tomcat).save("Sandbox", TEXT + ", " + mode);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(wiki.wiki().page("Sandbox")).contains(TEXT + ", " + mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "announced", "read-only", "moved"})
    void aSearchFindsWhatItFindsWithoutThePlugin(String mode) {
        wiki.say(mode, tomcat);

        String found = search(wiki.visitor(tomcat));

        assertThat(found).contains("page=Main").doesNotContain("page=Table");
        assertThat(found).isEqualTo(search(new WikiBrowser(tomcat.http(), "/bare")));
    }

    @Test
    void aSearchPageShowsWhatWasSearchedFor() {
        wiki.say("read-only", tomcat);

        RawAnswer answer = wiki.visitor(tomcat).post("/Search.jsp", Form.of("query", "Grüße"));

        assertThat(answer.text()).contains("value=\"Grüße\"");
    }

    private static String search(WikiBrowser visitor) {
        RawAnswer answer =
                visitor.post("/templates/default/AJAXSearch.jsp", Form.of("query", "Grüße", "maxitems", "20"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text().replace("/bare/", "/wiki/");
    }
}

package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** What a visitor sees of the refusal of a text, in the middle of which he was. */
class RefusedTextsTest {
    private static final String TEXT = "We met at the old harbour and talked about ropes.";

    private final GateHost host = new GateHost(GateHost.Server.TOMCAT, Mode.READ_ONLY, "{}");

    @AfterEach
    void stop() {
        host.close();
    }

    private RawAnswer refused(String language, String... fields) {
        return host.http()
                .send(RawRequest.post("/app/page")
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .form(Form.of(fields)));
    }

    private String page(String... fields) {
        return refused("en", fields).text();
    }

    private static String details(String page) {
        return page.contains("<details") ? page.substring(page.indexOf("<details"), page.indexOf("</details>")) : "";
    }

    @Test
    void theLongestTextIsNotCalledByTheNameThatTheHostHasForIt() {
        String page = page(
                "_editedtext", TEXT, "changenote", "Two knots", "topic_title", "Wet ropes", "post[longTitle]", "A b");

        assertThat(page)
                .contains("<h2 id=\"typed\">What you wrote</h2>")
                .contains("<textarea readonly rows=\"2\" dir=\"auto\" aria-labelledby=\"typed\">\n" + TEXT + "<")
                .contains("<bdi>changenote</bdi>", "<bdi>topic title</bdi>", "<bdi>post long Title</bdi>")
                .doesNotContain("editedtext");
    }

    @Test
    void whatNobodyWroteIsOutOfTheWayHoweverLongItIs() {
        String state = "dGhpcyBpcyBub3RoaW5nIHRoYXQgYW55Ym9keSB3cm90ZQ==".repeat(4);
        String page = page("state", state, "message", TEXT, "__", "save");

        assertThat(details(page))
                .startsWith("<details>")
                .contains("<bdi>state</bdi>", state, "<bdi>__</bdi>")
                .doesNotContain(TEXT);
        assertThat(page).contains("aria-labelledby=\"typed\">\n" + TEXT + "<");
    }

    @Test
    void ofAFormWithoutAnySentenceAllIsSeenAtOnce() {
        assertThat(details(page("message", "Thanks", "action", "save")))
                .startsWith("<details open>")
                .contains("<bdi>message</bdi>", "Thanks");
    }

    @Test
    void aFieldKeepsItsOwnDirectionOnAPageThatIsWrittenFromRightToLeft() {
        assertThat(refused("ar", "text", TEXT, "title", "Wet ropes").text())
                .contains("dir=\"auto\" aria-labelledby=\"typed\">\n" + TEXT + "<")
                .contains("<label><bdi>title</bdi>\n<textarea readonly rows=\"2\" dir=\"auto\">\nWet ropes<");
    }

    @Test
    void theScriptThatWritesTimesComesOnlyWithATimeAndWhereItIsWanted() {
        assertThat(page("text", TEXT)).doesNotContain("<script");
        host.census.accept(GateHost.flag(Mode.READ_ONLY, Instant.parse("2031-02-26T22:00:00Z")));
        RawAnswer dated = refused("en", "text", TEXT);
        assertThat(dated.text())
                .contains("UTC</time>")
                .containsOnlyOnce("<script defer src=\"/app/.migration/banner.js?v=");
        assertThat(dated.header("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; base-uri 'none'; script-src 'self'");

        host.configure("{ \"banner\": { \"script\": false } }");
        RawAnswer plain = refused("en", "text", TEXT);
        assertThat(plain.text()).contains("UTC</time>").doesNotContain("<script");
        assertThat(plain.header("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; base-uri 'none'");
    }

    @Test
    void nobodySeesWhatAnotherTypedNorTheWordsOfAnotherLanguageRequestOrMode() {
        String first = page("text", TEXT);
        String second = page("text", "This is mine, and nobody else's.");
        assertThat(first).contains(TEXT);
        assertThat(second).contains("This is mine").doesNotContain("ropes");
        assertThat(page("text", TEXT)).isEqualTo(first);

        assertThat(refused("ar", "text", TEXT).text()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(page("text", TEXT)).isEqualTo(first);

        host.configure("{ \"routes\": [ { \"path\": \"/page\", \"verdict\": \"form\" } ] }");
        assertThat(page("text", TEXT)).doesNotContain("Your change was not saved.", TEXT);
        host.configure("{}");
        assertThat(page("text", TEXT)).isEqualTo(first);

        host.census.accept(GateHost.flag(Mode.MOVED, null));
        assertThat(page("text", TEXT)).contains(TEXT).isNotEqualTo(first);
    }
}

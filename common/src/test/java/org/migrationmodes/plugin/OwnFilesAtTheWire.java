package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.Asset;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.Webapp;

/** What a page with the banner loads from us. */
abstract class OwnFilesAtTheWire {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Host host;

    abstract Host start(Webapp webapp);

    private void say(String configuration) throws IOException {
        host = start(PluginApp.make(folder, "one", configuration, "", ""));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private RawAnswer get(String target) {
        return host.http().get("/app/" + target);
    }

    private static String between(String start, String end, RawAnswer answer) {
        assertThat(answer.text()).contains(start);
        String rest = answer.text().substring(answer.text().indexOf(start) + start.length());
        return rest.substring(0, rest.indexOf(end));
    }

    @ParameterizedTest
    @CsvSource({
        "banner.css, 'link rel=\"stylesheet\" href=\"', text/css;charset=UTF-8",
        "banner.js, 'script defer=\"\" src=\"', text/javascript;charset=UTF-8"
    })
    void whatAPageNamesMayBeKeptForEver(String name, String before, String type) throws IOException {
        say("{ \"mode\": \"read-only\" }");
        String address = between(before, "\"", get("page.html"));
        assertThat(address).matches("/app/\\.migration/" + name + "\\?v=[0-9a-f]{16}");

        RawAnswer file = host.http().get(address);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains(FOREVER);
        assertThat(file.header("Content-Type").orElseThrow()).isEqualToIgnoringCase(type);
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("Cross-Origin-Resource-Policy")).contains("same-origin");
        RawAnswer head = host.http().send(RawRequest.head(address));
        assertThat(head.header("Content-Length")).contains(String.valueOf(file.body().length));
        assertThat(head.body()).isEmpty();
    }

    /** While a fleet is upgraded the page of one server asks another for what that one does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?v=0123456789abcdef", "?v=", "?x", "?v={v}&v=other", "?V={v}"})
    void underAnotherNameItIsAskedForAgain(String query) throws IOException {
        say("{}");
        String target = ".migration/banner.js" + query.replace("{v}", Asset.SCRIPT.version());

        RawAnswer file = get(target);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("no-cache");
        String tag = file.header("ETag").orElseThrow();
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            RawAnswer same = host.http().send(RawRequest.get("/app/" + target).header("If-None-Match", known));
            assertThat(same.status()).as(known).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(same.header("Cache-Control")).contains("no-cache");
            assertThat(same.header("ETag")).contains(tag);
        }
        RawAnswer other = host.http().send(RawRequest.get("/app/" + target).header("If-None-Match", "\"other\""));
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void theStatusSpeaksTheVisitorsLanguage() throws IOException {
        say("{ \"mode\": \"read-only\", \"until\": \"2031-02-26T22:00:00Z\","
                + " \"announcement\": { \"url\": \"https://www.example.org/\", \"title\": \"Lesen\" } }");
        RawAnswer english = get(".migration/status.json");
        RawAnswer arabic =
                host.http().send(RawRequest.get("/app/.migration/status.json").header("Accept-Language", "ar"));

        assertThat(english.all("Vary")).contains("Accept-Language");
        assertThat(english.text())
                .contains("\"title\" : \"This wiki is read-only while it moves to new servers.\"")
                .contains("\"dir\" : \"ltr\"", "\"before\" : \"Editing is expected to be back by \"")
                .contains("\"time\" : \"2031-02-26T22:00:00Z\"", "\"label\" : \"Lesen\"", "\"language\" : \"und\"")
                .contains("\"frozen\" : \"Saving is paused now.");
        // as docs/banner.md says
        assertThat(english.body().length).isLessThan(3_000);
        assertThat(arabic.text()).contains("\"dir\" : \"rtl\"", "\"language\" : \"ar\"");
    }

    @Test
    void closedIsTold() throws IOException {
        say("{ \"mode\": \"closed\" }");

        assertThat(get(".migration/status.json").text()).contains("\"title\" : \"This wiki is closed");
    }

    @Test
    void inNormalModeThereIsNothingToShow() throws IOException {
        say("{ \"mode\": \"normal\" }");

        assertThat(get(".migration/status.json").text()).doesNotContain("\"banner\"", "\"editor\"");
        assertThat(get("page.html").text()).isEqualTo("<html><body>hello</body></html>");
    }

    @Test
    void whoWritesBeforeTheFreezeIsTold() throws IOException {
        say(
                "{ \"services\": { \"wiki\": { \"schedule\": [ { \"at\": \"2031-02-26T20:00:00Z\", \"mode\": \"read-only\" } ] } } }");

        assertThat(get(".migration/status.json").text())
                .doesNotContain("\"banner\"")
                .contains("\"countdown\"");
    }

    @Test
    void aPreviewIsNotChangedByTheStatus() throws IOException {
        say("{}");

        assertThat(get("page.html?migration-preview=moved").text()).contains("data-migration-quiet");
    }
}

package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Schedule;
import org.migrationmodes.flag.Texts;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** What a mode will look like: shown to insiders, without anything being opened, and to nobody else. */
abstract class PreviewAtTheWire {
    private static final String PAGE = "<!DOCTYPE html><html><head></head><body>page</body></html>";

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(
                server(), Mode.NORMAL, "{ \"routes\": [ { \"path\": \"/edit\", \"verdict\": \"form\" } ] }");
        host.serve((request, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "public, max-age=3600");
            response.getOutputStream().print(PAGE);
        });
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private RawAnswer asInsider(String target) {
        return host.http().send(RawRequest.get(target).header("Insider", "yes"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNOUNCED", "READ_ONLY", "MOVED"})
    void anInsiderSeesTheBannerOfAnyMode(Mode mode) {
        RawAnswer page = asInsider("/app/page?migration-preview=" + mode.word());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("migration-banner-" + mode.word(), "Preview");
    }

    @Test
    void aPreviewIsKeptByNobody() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.READ_ONLY, Mode.MOVED, Mode.CLOSED)) {
            RawAnswer page = asInsider("/app/page?migration-preview=" + mode.word());
            assertThat(page.all("Cache-Control")).as(mode.word()).containsExactly("no-store");
        }
        host.mode(Mode.READ_ONLY);
        assertThat(asInsider("/app/page?migration-preview=normal").all("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void anInsiderSeesTheRefusal() {
        RawAnswer refused = asInsider("/app/edit?migration-preview=maintenance");
        RawAnswer closed = asInsider("/app/page?migration-preview=closed");

        assertThat(refused.status()).isEqualTo(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        assertThat(refused.text()).contains("Preview");
        assertThat(closed.status()).isEqualTo(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        assertThat(closed.text()).contains("Preview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-only", "closed", "nonsense", ""})
    void nobodyElseSeesAnything(String word) {
        for (String path : List.of("page", "edit")) {
            RawAnswer page = host.http().get("/app/" + path + "?migration-preview=" + word);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).isEqualTo(PAGE);
            assertThat(page.all("Cache-Control")).containsExactly("public, max-age=3600");
        }
        host.mode(Mode.READ_ONLY);
        assertThat(host.http().get("/app/page?migration-preview=" + word).text())
                .contains("migration-banner-read-only")
                .doesNotContain("Preview");
        assertThat(host.http().get("/app/edit?migration-preview=" + word).status())
                .isEqualTo(503);
    }

    @Test
    void theOthersGoOnAsBeforeWhileAnInsiderLooks() {
        asInsider("/app/page?migration-preview=closed");

        assertThat(host.http().get("/app/page").text()).isEqualTo(PAGE);
        assertThat(asInsider("/app/page").text()).isEqualTo(PAGE);
        assertThat(host.census.flag().mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void itOpensNothing() {
        host.mode(Mode.READ_ONLY);
        for (String mode : List.of("normal", "announced")) {
            assertThat(asInsider("/app/edit?migration-preview=" + mode).status())
                    .as(mode)
                    .isEqualTo(503);
            for (String method : List.of("POST", "PUT", "DELETE")) {
                RawRequest write = RawRequest.of(method, "/app/page?migration-preview=" + mode)
                        .header("Insider", "yes")
                        .body(new byte[0]);
                assertThat(host.http().send(write).status()).as(mode).isEqualTo(503);
            }
        }
        assertThat(asInsider("/app/page?migration-preview=normal").text()).isEqualTo(PAGE);
    }

    /** What an insider saves while he looks around must not be lost to a preview. */
    @Test
    void aWriteIsNotPartOfIt() {
        RawRequest write = RawRequest.post("/app/page?migration-preview=closed").header("Insider", "yes");

        assertThat(host.http().send(write).text()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readonly", "", "follow", "%22%3E%3Cscript%3E", "closed&migration-preview=moved"})
    void aModeThatIsNoneIsAnError(String word) {
        RawAnswer answer = asInsider("/app/page?migration-preview=" + word);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.text()).startsWith("migration-preview: \"").contains("read-only, moved, closed");
    }

    @Test
    void itSaysWhatTheScheduleSays() {
        Instant end = Instant.parse("2021-02-26T22:00:00Z");
        host.schedule = Schedule.of(List.of(
                new Phase(Instant.parse("2021-02-26T14:00:00Z"), Mode.ANNOUNCED, null, Texts.plain("soon")),
                new Phase(Instant.parse("2021-02-26T20:00:00Z"), Mode.READ_ONLY, end, Texts.plain("paused"))));

        assertThat(asInsider("/app/page?migration-preview=read-only").text())
                .contains("paused", "datetime=\"2021-02-26T22:00:00Z\"");
        assertThat(asInsider("/app/page?migration-preview=announced").text())
                .contains("soon", "datetime=\"2021-02-26T20:00:00Z\"");
    }
}

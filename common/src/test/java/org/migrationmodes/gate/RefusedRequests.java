package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.Markup;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Texts;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawConnection;
import org.migrationmodes.testing.RawRequest;

/** What a refused client gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RefusedRequests {
    private static final String EVIL = "<script>alert(1)</script>\"'&\u0000\r\nX: y";

    @SuppressWarnings("NullAway.Init")
    private GateHost host;

    abstract GateHost.Server server();

    @BeforeAll
    void start() {
        host = new GateHost(server(), Mode.READ_ONLY, "{}");
    }

    @AfterAll
    void stop() {
        host.close();
    }

    private static Flag flag(Instant until, Texts message, @Nullable Announcement announcement) {
        return new Flag("wiki", Mode.READ_ONLY, Instant.EPOCH, until, message, announcement, 7L, null);
    }

    private static RawRequest post(String accept) {
        return RawRequest.post("/app/page").header("Accept", accept);
    }

    private void plain() {
        host.mode(Mode.READ_ONLY);
    }

    @Test
    void aBrowserGetsAPage() {
        plain();
        RawAnswer answer = host.http().send(post("text/html,*/*;q=0.8"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.text())
                .startsWith("<!DOCTYPE html>")
                .contains("Your change was not saved.", "/app/.migration/banner.css?v=")
                .doesNotContain("<script", "<style", " style=", " onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "iframe", "frame"})
    void aNavigationIsABrowserWhateverItAccepts(String destination) {
        plain();
        assertThat(host.http()
                        .send(post("*/*").header("Sec-Fetch-Dest", destination))
                        .text())
                .startsWith("<!DOCTYPE html>");
    }

    @Test
    void scriptsAndClientsOfJsonGetAProblem() throws InvalidDocument {
        Instant until = Instant.parse("2099-01-01T00:00:00Z");
        host.census.accept(
                flag(until, Texts.plain("Back soon"), new Announcement(URI.create("https://a.example/x"), Texts.NONE)));

        for (RawRequest request : java.util.List.of(
                post("application/json"),
                post("*/*").header("X-Requested-With", "XMLHttpRequest"),
                post("text/html").header("Sec-Fetch-Dest", "empty"),
                post("*/*").header("Content-Type", "application/merge-patch+json"))) {
            RawAnswer answer = host.http().send(request);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            Section problem = Section.parse(answer.text());
            assertThat(problem.required("type").text()).isEqualTo("urn:migration-modes:refused:read-only");
            assertThat(problem.required("title").text()).isNotBlank();
            assertThat(problem.required("status").wholeNumber()).isEqualTo(503);
            assertThat(problem.required("detail").text()).contains("Back soon");
            assertThat(problem.required("mode").text()).isEqualTo("read-only");
            assertThat(problem.required("epoch").wholeNumber()).isEqualTo(7);
            assertThat(problem.required("until").time()).isEqualTo(until);
            assertThat(problem.required("announcement").object().required("url").text())
                    .isEqualTo("https://a.example/x");
        }
    }

    @Test
    void othersGetOneLine() {
        host.census.accept(flag(Instant.parse("2099-01-01T00:00:00Z"), Texts.plain("two\nlines\u001b[2J"), null));
        RawAnswer answer = host.http().send(post("*/*"));

        assertThat(answer.header("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(answer.text()).endsWith("\n").contains("two lines");
        assertThat(answer.text().strip().lines()).hasSize(1);
        assertThat(answer.text()).doesNotContain("\u001b");
    }

    @Test
    void theAnswerToHeadHasNoBodyButItsLength() {
        host.configure("{ \"routes\": [ { \"path\": \"/page\", \"verdict\": \"write\" } ] }");
        RawAnswer answer = host.http().send(RawRequest.head("/app/page").header("Accept", "text/html"));
        host.configure("{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length").map(Integer::valueOf).orElseThrow())
                .isPositive();
    }

    @Test
    void theHostsOwnErrorPageDoesNotReplaceIt() {
        plain();
        host.serve((request, response) -> response.getOutputStream().print("the host's page"));

        assertThat(host.http().send(post("text/html")).text()).doesNotContain("the host's page");
    }

    @Test
    void clientsAreToldWhenToComeBackAndNotAllAtOnce() {
        plain();
        assertThat(retryAfter()).isBetween(900L, 1200L);

        Instant until = host.now.plus(2, ChronoUnit.HOURS);
        host.census.accept(flag(until, Texts.NONE, null));
        assertThat(retryAfter()).isBetween(7200L, 7200L + 300);

        host.census.accept(flag(host.now.minusSeconds(5), Texts.NONE, null));
        assertThat(retryAfter()).isBetween(900L, 1200L);
        assertThat(java.util.stream.Stream.generate(this::retryAfter).limit(20).distinct())
                .hasSizeGreaterThan(1);
    }

    private long retryAfter() {
        return Long.parseLong(
                host.http().send(post("*/*")).header("Retry-After").orElseThrow());
    }

    @Test
    void textsOfTheFlagAreEscaped() {
        Texts title = new Texts(Map.of("en", "<script>t</script>"));
        host.census.accept(flag(
                Instant.parse("2099-01-01T00:00:00Z"),
                new Texts(Map.of("en", EVIL)),
                new Announcement(URI.create("https://a.example/?a=b&c='"), title)));

        RawAnswer page = host.http().send(post("text/html").header("Accept-Language", "\"><script>alert(2)</script>"));

        assertThat(page.text()).doesNotContain("<script>", "c='\"").contains("&#x3C;script&#x3E;");
        assertThat(page.header("X")).isEmpty();
    }

    @Test
    void theFlagsTextIsInTheVisitorsLanguage() {
        host.census.accept(
                flag(Instant.parse("2099-01-01T00:00:00Z"), new Texts(Map.of("en", "Hello", "el", "Geia")), null));

        assertThat(host.http()
                        .send(post("text/html").header("Accept-Language", "el-GR,en;q=0.5"))
                        .text())
                .contains("Geia")
                .doesNotContain("Hello");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ar-EG;q=0.9, fr       | ar | rtl | لم يُحفظ التعديل.
        de-AT                 | de | ltr | Ihre Änderung wurde nicht gespeichert.
        x_x, el               | en | ltr | Your change was not saved.
        """)
    void aRefusalIsInTheVisitorsLanguage(String acceptLanguage, String language, String direction, String outcome)
            throws InvalidDocument {
        plain();
        RawAnswer page = host.http().send(post("text/html").header("Accept-Language", acceptLanguage));
        RawAnswer problem = host.http().send(post("application/json").header("Accept-Language", acceptLanguage));
        RawAnswer line = host.http().send(post("*/*").header("Accept-Language", acceptLanguage));

        assertThat(page.text())
                .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
                .contains("<h1>" + new Markup().text(outcome) + "</h1>");
        assertThat(Section.parse(problem.text()).required("detail").text()).startsWith(outcome);
        assertThat(line.text()).startsWith(outcome);
        for (RawAnswer answer : new RawAnswer[] {page, problem, line}) {
            assertThat(answer.all("Content-Language")).containsExactly(language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100-continue"})
    void aRefusedUploadGetsTheAnswerAndNoReset(String expect) {
        plain();
        RawRequest upload = RawRequest.post("/app/attach")
                .header("Expect", expect.isEmpty() ? null : expect)
                .body("multipart/form-data; boundary=x", new byte[10 * 1024 * 1024]);

        assertThat(host.http().send(upload).status()).isEqualTo(503);
    }

    @Test
    void aClientThatWaitsBeforeItSendsIsAnswered() {
        plain();
        RawRequest upload = RawRequest.post("/app/attach")
                .header("Expect", "100-continue")
                .body("application/octet-stream", new byte[100]);

        try (RawConnection connection = host.http().open()) {
            assertThat(connection
                            .sendHead(upload)
                            .send(new byte[100])
                            .answer("POST")
                            .status())
                    .isEqualTo(503);
        }
    }
}

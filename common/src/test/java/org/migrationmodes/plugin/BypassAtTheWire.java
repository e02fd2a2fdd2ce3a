package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.Webapp;

/** An admin with a browser shows his token once, and is known by a cookie from then on. */
abstract class BypassAtTheWire {
    private static final String TOKEN = "a-token-of-sufficient-length";
    private static final String CONFIGURED = "{ \"admin\": { \"token\": \"" + TOKEN + "\" } }";
    private static final String PREVIEW = "/app/page.html?migration-preview=read-only";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Host host;

    abstract Host start(Webapp webapp);

    @BeforeEach
    void configured() throws IOException {
        host = start(PluginApp.make(folder, "one", CONFIGURED, "", ""));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private RawAnswer show(String token) {
        return host.http().send(RawRequest.post("/app/.migration/bypass").form(Form.of("token", token)));
    }

    private String cookie() {
        return show(TOKEN).header("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private String preview(String cookie) {
        return host.http()
                .send(RawRequest.get(PREVIEW).header("Cookie", cookie))
                .text();
    }

    @Test
    void theTokenGivesACookieThatScriptsAndOtherSitesCannotUse() {
        RawAnswer answer = show(TOKEN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie").orElseThrow())
                .startsWith("migration-bypass=")
                .contains("; Path=/app", "; HttpOnly", "; SameSite=Strict", "; Max-Age=43200")
                .doesNotContain(TOKEN);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
        assertThat(answer.text()).contains("href=\"/app/?migration-preview=read-only\"");
    }

    @Test
    void theCookieShowsPreviewsAndTheWholeStatus() {
        assertThat(preview(cookie())).contains("migration-banner-read-only");
        assertThat(preview("other=1; " + cookie())).contains("migration-banner-read-only");
        RawAnswer status =
                host.http().send(RawRequest.get("/app/.migration/status.json").header("Cookie", cookie()));
        assertThat(status.text()).contains("\"drained\"");
        assertThat(host.http().get(PREVIEW).text()).doesNotContain("migration-banner");
    }

    @Test
    void aCookieThatIsNotOursIsNone() {
        String good = cookie();
        String later = good.replaceFirst("=\\d+", "=999999999999");
        for (String bad : new String[] {
            later,
            good.substring(0, good.length() - 1),
            good + "A",
            "migration-bypass=",
            "migration-bypass=" + TOKEN,
            good.replaceFirst("=\\d+\\.", "=."),
            "x" + good
        }) {
            assertThat(preview(bad)).as(bad).doesNotContain("migration-banner");
        }
    }

    @Test
    void aNewTokenVoidsTheCookie() throws IOException {
        String old = cookie();
        assertThat(preview(old)).contains("migration-banner");
        host.close();
        Files.writeString(
                folder.resolve("app/WEB-INF/migration.json"), CONFIGURED.replace("sufficient", "other-sufficient"));

        host = start(PluginApp.at(folder, "one"));

        assertThat(preview(old)).doesNotContain("migration-banner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-token", "A-TOKEN-OF-SUFFICIENT-LENGTH", "a-token-of-sufficient-lengt", "<script>"})
    void aWrongTokenGivesNothing(String token) {
        RawAnswer answer = show(token);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.all("Set-Cookie")).isEmpty();
        assertThat(answer.text()).contains("role=\"alert\"").doesNotContain(token, "migration-preview");
        assertThat(host.log()).contains("A wrong admin token").doesNotContain(token);
    }

    @Test
    void aTokenInTheUrlIsNotLookedAt() {
        RawAnswer answer = host.http().send(RawRequest.post("/app/.migration/bypass?token=" + TOKEN));
        RawAnswer read = host.http().get("/app/.migration/bypass?token=" + TOKEN);

        assertThat(answer.all("Set-Cookie")).isEmpty();
        assertThat(read.all("Set-Cookie")).isEmpty();
        assertThat(read.text()).contains("type=\"password\"").doesNotContain(TOKEN);
    }

    @Test
    void theAddressCannotAddToTheCookie() {
        RawAnswer answer = host.http()
                .send(RawRequest.post("/app;Domain=example.org/.migration/bypass")
                        .form(Form.of("token", TOKEN)));

        assertThat(String.join("", answer.all("Set-Cookie"))).doesNotContain("Domain");
    }

    @Test
    void whoLeavesIsAVisitorAgain() {
        RawAnswer answer = show("");

        assertThat(answer.header("Set-Cookie").orElseThrow())
                .startsWith("migration-bypass=; ")
                .contains("; Max-Age=0");
        assertThat(answer.text()).contains("type=\"password\"");
    }

    @Test
    void whereThereIsNoTokenThePageSaysSo() throws IOException {
        host.close();
        host = start(PluginApp.make(folder, "one", "{}", "", ""));
        RawRequest asVisitor = RawRequest.get("/app/.migration/bypass").header("X-Forwarded-For", "192.0.2.1");

        assertThat(host.http().send(asVisitor).text()).contains("admin.token").doesNotContain("<form");
        // this machine needs no token
        assertThat(host.http().get("/app/.migration/bypass").text()).contains("migration-preview=moved");
        assertThat(host.http().get(PREVIEW).text()).contains("migration-banner-read-only");
    }
}

package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** On the day before a first change pages bring the script along, and show nothing. */
abstract class ScheduledPages {
    private static final RawRequest PAGE = RawRequest.get("/app/page");

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(server(), Mode.NORMAL, "{}");
        host.serve((request, response) -> write(response));
        ahead(Duration.ofMinutes(10));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static void write(HttpServletResponse response) throws IOException {
        response.setHeader("ETag", "\"v1\"");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().print(GateHost.PAGE);
    }

    private void ahead(Duration time) {
        host.ahead(Mode.NORMAL, "soon", host.now.plus(time), Mode.READ_ONLY);
    }

    private String get() {
        return host.http().send(PAGE).text();
    }

    @Test
    void aPageOfTheDayBeforeBringsOnlyTheScriptAlong() {
        assertThat(get())
                .matches(
                        "<!DOCTYPE html><html><head></head><body><script defer=\"\" src=\"/app/.migration/banner.js[^\"]*\""
                                + " data-migration-service=\"wiki\" data-migration-style=\"/app/.migration/banner.css[^\"]*\">"
                                + "</script>page</body></html>");
    }

    @Test
    void withNothingScheduledOrMuchLaterAPageIsTheHosts() {
        ahead(Duration.ofHours(25));
        assertThat(get()).isEqualTo(GateHost.PAGE);
        host.mode(Mode.NORMAL);
        assertThat(get()).isEqualTo(GateHost.PAGE);
    }

    @Test
    void whatIsNoPageViewOrWantsNoBannerOrNoScriptIsTheHosts() {
        host.configure("{ \"always\": [ \"/health\" ], \"routes\": [ { \"path\": \"/embed\", \"banner\": false } ] }");
        for (RawRequest request : List.of(
                RawRequest.get("/app/health"),
                RawRequest.get("/app/embed"),
                PAGE.header("X-Requested-With", "XMLHttpRequest"),
                PAGE.header("Sec-Fetch-Dest", "iframe"),
                RawRequest.get("/app/page?migration-preview=normal").header("Insider", "yes"))) {
            assertThat(host.http().send(request).text()).isEqualTo(GateHost.PAGE);
        }
        host.configure("{ \"banner\": { \"script\": false } }");
        RawAnswer page = host.http().send(PAGE);
        assertThat(page.text()).isEqualTo(GateHost.PAGE);
        assertThat(page.header("ETag")).hasValue("\"v1\"");
    }

    @Test
    void whatThePolicyForbidsIsLeftOut() {
        for (String policy : List.of("script-src 'none'", "connect-src 'none'")) {
            host.serve((request, response) -> {
                response.setHeader("Content-Security-Policy", policy);
                write(response);
            });
            assertThat(get()).as(policy).isEqualTo(GateHost.PAGE);
        }
        host.serve((request, response) -> {
            response.setHeader("Content-Security-Policy", "style-src 'none'");
            write(response);
        });
        assertThat(get()).contains("<script ").doesNotContain("banner.css");
    }

    @Test
    void aCopyWithTheScriptIsNoneWithout() {
        RawAnswer page = host.http().send(PAGE);
        String tag = page.header("ETag").orElseThrow();
        assertThat(tag).isNotEqualTo("\"v1\"");
        assertThat(String.join(", ", page.all("Vary"))).contains("X-Requested-With", "Sec-Fetch-Dest");
        host.serve((request, response) -> {
            response.setHeader("Seen", String.valueOf(request.getHeader("If-None-Match")));
            write(response);
        });
        assertThat(host.http().send(PAGE.header("If-None-Match", tag)).header("Seen"))
                .hasValue("\"v1\"");
        assertThat(host.http().send(PAGE.header("If-None-Match", "\"v1\"")).header("Seen"))
                .hasValue("null");
    }

    @Test
    void theScriptOfAnotherPluginIsLeftToThatAndJudgedAsAnyRequest() {
        host.serve((request, response) -> response.getOutputStream().print("another's"));
        String status = "/app/.migration/status.json";
        assertThat(host.http().get(status).text()).isEqualTo("own status.json");
        assertThat(host.http().get(status + "?service=wiki").text()).isEqualTo("own status.json");
        assertThat(host.http().get(status + "?service=forum").text()).isEqualTo("another's");
        assertThat(host.http().get("/app/.migration/bypass?service=forum").text())
                .isEqualTo("own bypass");
        host.mode(Mode.READ_ONLY);
        assertThat(host.http()
                        .send(RawRequest.post(status + "?service=forum").form(Form.of("a", "b")))
                        .status())
                .isEqualTo(503);
        host.mode(Mode.CLOSED);
        assertThat(host.http().get(status + "?service=forum").status()).isEqualTo(503);
    }
}

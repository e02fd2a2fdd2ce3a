package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** Pages on their way through the gate: caches are told the truth, and each page gets the banner once. */
abstract class BannerPagesAtTheWire {
    private static final String PAGE = "<!DOCTYPE html><html><head></head><body>page</body></html>";
    private static final String TAG = "\"v1\"";
    private static final RawRequest AGAIN =
            RawRequest.get("/app/page").header("Accept", "text/html,*/*;q=0.8").header("If-None-Match", TAG);

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(server(), Mode.NORMAL, "{}");
        host.serve(BannerPagesAtTheWire::conditionally);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    /** A host that answers 304 to who has the page already. */
    private static void conditionally(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", TAG);
        if (TAG.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().print(PAGE);
    }

    @Test
    void aCopyWithoutTheBannerIsNotConfirmedWhileTheBannerIsDue() {
        assertThat(host.http().send(AGAIN).status()).isEqualTo(304);

        host.mode(Mode.READ_ONLY);
        RawAnswer withBanner = host.http().send(AGAIN);

        assertThat(withBanner.status()).isEqualTo(200);
        assertThat(banners(withBanner)).isOne();
        assertThat(withBanner.header("ETag")).isNotEmpty().isNotEqualTo(Optional.of(TAG));
        host.mode(Mode.NORMAL);
        assertThat(host.http().send(AGAIN).status()).isEqualTo(304);
    }

    @Test
    void whatIsNoPageKeepsItsConditions() {
        host.mode(Mode.READ_ONLY);

        RawRequest image =
                RawRequest.get("/app/image").header("Sec-Fetch-Dest", "image").header("If-None-Match", TAG);

        assertThat(host.http().send(image).status()).isEqualTo(304);
    }

    @Test
    void aWriteKeepsItsConditions() {
        host.mode(Mode.ANNOUNCED);
        host.serve((request, response) ->
                response.getOutputStream().print(request.getHeader("If-Match") + request.getHeader("If-None-Match")));

        for (String method : new String[] {"PUT", "DELETE", "POST"}) {
            RawRequest write =
                    RawRequest.of(method, "/app/page").header("If-Match", "v1").header("If-None-Match", "*");
            assertThat(host.http().send(write).text()).as(method).isEqualTo("v1*");
        }
    }

    @Test
    void aFormThatPassesIsStillThereAfterAnAsynchronousDispatch() {
        host.configure("{ \"routes\": [ { \"path\": \"/find\", \"verdict\": \"read\" } ] }");
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                response.getOutputStream().print("found " + request.getParameter("q"));
            } else {
                request.startAsync().dispatch();
            }
        });

        RawAnswer found = host.http().send(RawRequest.post("/app/find").form(Form.of("q", "ropes")));

        assertThat(found.text()).as(found.toString()).isEqualTo("found ropes");
    }

    @Test
    void aCopyWithoutTheBannerIsNotConfirmedAfterAnAsynchronousDispatch() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                conditionally(request, response);
            } else {
                request.startAsync().dispatch();
            }
        });

        assertThat(banners(host.http().send(AGAIN))).isOne();
    }

    @Test
    void aPageSaysWhatItDependedOn() {
        host.mode(Mode.READ_ONLY);

        RawAnswer page = host.http().get("/app/page");

        assertThat(String.join(", ", page.all("Vary")))
                .contains("Accept-Language", "Sec-Fetch-Dest", "X-Requested-With", "Faces-Request");
        host.mode(Mode.NORMAL);
        assertThat(host.http().get("/app/page").all("Vary")).isEmpty();
    }

    @Test
    void aPageLoadsNothingThatItForbids() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            response.setHeader("Content-Security-Policy", String.valueOf(request.getParameter("policy")));
            conditionally(request, response);
        });

        assertThat(page("default-src 'self'")).contains("<link ", "<script ").doesNotContain("quiet");
        assertThat(page("connect-src 'none'")).contains("<link ", "<script ", "data-migration-quiet");
        assertThat(page("script-src 'none'")).contains("<link ").doesNotContain("<script ");
        assertThat(page("style-src 'none'")).contains("<script ").doesNotContain("<link ");
        assertThat(page("default-src 'none'")).contains("migration-banner").doesNotContain("<script ", "<link ");
    }

    /** Written whole, in pieces that cut the policy, and with the length announced. */
    @Test
    void aPageLoadsNothingThatItForbidsInItsHead() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            byte[] page = PAGE.replace("<head>", "<head>" + request.getParameter("policy"))
                    .getBytes(StandardCharsets.UTF_8);
            response.setHeader("Content-Security-Policy", "img-src 'self'");
            response.setHeader("ETag", TAG);
            response.setContentType("text/html;charset=UTF-8");
            if (request.getParameter("length") != null) {
                response.setContentLength(page.length);
            }
            response.getOutputStream().write(page, 0, 70);
            response.getOutputStream().write(page, 70, page.length - 70);
        });

        String meta = "<meta http-equiv='Content-Security-Policy' content=\"%s\">";
        assertThat(inEitherWay("<meta name='description' content=\"default-src 'none'\">"))
                .contains("<link ", "<script ")
                .doesNotContain("quiet");
        assertThat(inEitherWay(meta.formatted("default-src 'self'; sandbox")))
                .contains("<link ", "<script ")
                .doesNotContain("quiet");
        assertThat(inEitherWay(meta.formatted("connect-src 'none'")))
                .contains("<link ", "<script ", "data-migration-quiet");
        assertThat(inEitherWay(meta.formatted("script-src 'none'")))
                .contains("<link ")
                .doesNotContain("<script ");
        assertThat(inEitherWay(meta.formatted("style-src 'none'")))
                .contains("<script ")
                .doesNotContain("<link ");
        assertThat(inEitherWay(meta.formatted("default-src 'none'")))
                .contains("migration-banner")
                .doesNotContain("<script ", "<link ");
        assertThat(inEitherWay(meta.formatted("script-src 'none'") + meta.formatted("style-src 'none'")))
                .contains("migration-banner")
                .doesNotContain("<script ", "<link ");
    }

    private String inEitherWay(String head) {
        String path = "/app/page?policy=" + URLEncoder.encode(head, StandardCharsets.UTF_8);
        RawAnswer page = host.http().get(path);
        RawAnswer withLength = host.http().get(path + "&length=");
        assertThat(withLength.text()).isEqualTo(page.text());
        assertThat(withLength.header("Content-Length")).contains(Integer.toString(withLength.body().length));
        assertThat(withLength.header("ETag")).isEqualTo(page.header("ETag"));
        return page.text();
    }

    /** Each banner makes a page of its own. */
    @Test
    void aPageThatForbidsInItsHeadHasATagOfItsOwn() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            response.setHeader("ETag", TAG);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().print(PAGE.replace("<head>", "<head>" + request.getParameter("policy")));
        });

        Optional<String> tag = host.http().get("/app/page?policy=").header("ETag");
        Optional<String> other = host.http()
                .get("/app/page?policy="
                        + URLEncoder.encode(
                                "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">",
                                StandardCharsets.UTF_8))
                .header("ETag");

        assertThat(tag).get().asString().contains("~banner-");
        assertThat(other).get().asString().contains("~banner-");
        assertThat(other).isNotEqualTo(tag);
    }

    @Test
    void theScriptCanBeSwitchedOff() {
        host.mode(Mode.READ_ONLY);
        assertThat(page("img-src *")).contains("<link ", "<script ");

        host.configure("{ \"banner\": { \"script\": false } }");
        assertThat(page("img-src *")).contains("<link ").doesNotContain("<script ");

        host.configure("{}");
        assertThat(page("img-src *")).contains("<script ");
    }

    private String page(String policy) {
        return host.http()
                .get("/app/page?policy=" + URLEncoder.encode(policy, StandardCharsets.UTF_8))
                .text();
    }

    @Test
    void scriptsGetThePageAsItIs() {
        host.mode(Mode.READ_ONLY);

        RawAnswer fragment = host.http().send(RawRequest.get("/app/page").header("X-Requested-With", "XMLHttpRequest"));

        assertThat(fragment.text()).isEqualTo(PAGE);
    }

    @Test
    void aPageOfAnAsynchronousDispatchGetsTheBannerOnce() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                conditionally(request, response);
            } else {
                request.startAsync().dispatch();
            }
        });

        RawAnswer page = host.http().get("/app/page");

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(banners(page)).isOne();
        assertThat(host.census.runningFromBefore()).isZero();
    }

    @Test
    void aPageThatIsBegunBeforeAndEndedAfterADispatchGetsTheBannerOnce() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                response.getOutputStream().print("dy>page</body></html>");
                return;
            }
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().print("<!DOCTYPE html><html><bo");
            AsyncContext context = request.startAsync();
            context.dispatch();
        });

        RawAnswer page = host.http().get("/app/page");

        assertThat(banners(page)).as(page.toString()).isOne();
        assertThat(page.text()).startsWith("<!DOCTYPE html><html><body><div class=\"migration-banner");
    }

    private static int banners(RawAnswer page) {
        return page.text().split("class=\"migration-banner ", -1).length - 1;
    }
}

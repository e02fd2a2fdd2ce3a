package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** What confirms a copy, and what does not: a page with the banner, with another one, and without one are three. */
abstract class ValidatorsAtTheWire {
    private static final String TAG = "\"v1\"";
    private static final RawRequest PAGE = RawRequest.get("/app/page").header("Accept", "text/html,*/*;q=0.8");

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(server(), Mode.ANNOUNCED, "{}");
        host.serve(ValidatorsAtTheWire::obey);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    /** A host that obeys all conditions and ranges, and tells all there is to tell of its page. */
    private static void obey(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", TAG);
        response.setDateHeader("Last-Modified", 1_600_000_000_000L);
        List<String> wanted = Collections.list(request.getHeaders("If-Match"));
        List<String> known = Collections.list(request.getHeaders("If-None-Match"));
        if (!wanted.isEmpty() && !wanted.contains("*") && !wanted.contains(TAG)) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
        } else if (known.stream().anyMatch(line -> line.contains(TAG))
                || (known.isEmpty() && request.getDateHeader("If-Modified-Since") >= 1_600_000_000_000L)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            boolean part = request.getHeader("Range") != null;
            response.setStatus(part ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("Content-MD5", "x");
            response.addHeader("Digest", "a=x");
            response.addHeader("Digest", "b=x");
            response.setHeader("Content-Digest", "a=:x:");
            response.setHeader("Repr-Digest", "a=:x:");
            response.setContentLength(part ? 5 : GateHost.PAGE.length());
            response.getOutputStream().print(part ? "<!DOC" : GateHost.PAGE);
        }
    }

    private RawAnswer send(RawRequest request) {
        return host.http().send(request);
    }

    private static String tag(RawAnswer answer) {
        return answer.header("ETag").orElseThrow(() -> new AssertionError(answer));
    }

    @Test
    void aCopyWithTheBannerIsConfirmedAsLongAsThisBannerIsDue() {
        RawAnswer page = send(PAGE);
        assertThat(page.text()).contains("migration-banner");
        assertThat(tag(page)).startsWith("\"v1").isNotEqualTo(TAG);

        RawAnswer confirmed = send(PAGE.header("If-None-Match", "\"other\", " + tag(page)));

        assertThat(confirmed.status()).isEqualTo(304);
        assertThat(tag(confirmed)).isEqualTo(tag(page));
        assertThat(confirmed.header("Last-Modified")).isEmpty();
        assertThat(String.join(", ", confirmed.all("Vary"))).contains("Accept-Language", "Sec-Fetch-Dest");

        host.ahead(Mode.ANNOUNCED, "another message", host.now.plusSeconds(3600), Mode.READ_ONLY);
        RawAnswer another = send(PAGE.header("If-None-Match", tag(page)));
        assertThat(another.status()).isEqualTo(200);
        assertThat(another.text()).contains("another message");
        assertThat(tag(another)).isNotEqualTo(tag(page));
    }

    @Test
    void afterTheEndTheHostDoesNotKnowTheCopyWithTheBanner() {
        RawAnswer page = send(PAGE);
        host.mode(Mode.NORMAL);

        RawAnswer after = send(PAGE.header("If-None-Match", tag(page)));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).isEqualTo(GateHost.PAGE);
        assertThat(tag(after)).isEqualTo(TAG);
        assertThat(send(PAGE.header("If-None-Match", TAG)).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/TAG", "GZIP", "W/GZIP", "APACHE"})
    void aTagThatAProxyHasChangedIsKnown(String form) {
        String tag = tag(send(PAGE));
        String inside = tag.substring(0, tag.length() - 1);
        String changed =
                form.replace("TAG", tag).replace("GZIP", inside + "--gzip\"").replace("APACHE", inside + "-gzip\"");
        host.serve((request, response) -> response.getOutputStream().print(request.getHeader("If-None-Match")));

        assertThat(send(PAGE.header("If-None-Match", changed)).text())
                .isEqualTo(
                        form.replace("TAG", TAG).replace("GZIP", "\"v1--gzip\"").replace("APACHE", "\"v1-gzip\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "", "text/html"})
    void aCopyWithoutTheBannerIsConfirmedToNobodyWhoMayWantAPage(String accept) {
        RawRequest page = RawRequest.get("/app/page").header("Accept", accept.isEmpty() ? null : accept);
        for (RawRequest again : List.of(
                page.header("If-None-Match", TAG),
                page.header("If-Modified-Since", "Sun, 06 Nov 2033 08:49:37 GMT"),
                page.header("If-None-Match", TAG).header("If-Modified-Since", "Sun, 06 Nov 2033 08:49:37 GMT"))) {
            RawAnswer answer = send(again);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("migration-banner");
        }
    }

    @Test
    void nothingThatNamesThePageWithoutTheBannerGoesOut() {
        RawAnswer page = send(PAGE);
        for (String name :
                List.of("Last-Modified", "Accept-Ranges", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest")) {
            assertThat(page.all(name)).as(name).isEmpty();
        }
        assertThat(page.header("Content-Length")).contains(String.valueOf(page.body().length));

        host.mode(Mode.NORMAL);
        assertThat(send(PAGE).all("Digest")).containsExactly("a=x", "b=x");
    }

    @Test
    void whatTurnsOutToBeNoPageKeepsAll() {
        host.serve((request, response) -> {
            response.setHeader("ETag", TAG);
            response.setHeader("Accept-Ranges", "bytes");
            response.addHeader("Digest", "a=x");
            response.addHeader("Digest", "b=x");
            response.setContentType("image/png");
            response.getOutputStream().print("png");
        });
        RawAnswer image = send(PAGE);
        assertThat(tag(image)).isEqualTo(TAG);
        assertThat(image.all("Digest")).containsExactly("a=x", "b=x");
        assertThat(image.header("Accept-Ranges")).contains("bytes");
        assertThat(image.all("Vary")).isEmpty();
    }

    @Test
    void onlyThePageAsItIsNowFulfilsACondition() {
        String tag = tag(send(PAGE));
        assertThat(send(PAGE.header("If-Match", TAG)).status()).isEqualTo(412);
        assertThat(send(PAGE.header("If-Match", tag)).status()).isEqualTo(200);
        assertThat(send(PAGE.header("If-Match", "\"x\", " + tag)).status()).isEqualTo(200);
        assertThat(send(PAGE.header("If-Match", "*")).status()).isEqualTo(200);
        host.mode(Mode.NORMAL);
        assertThat(send(PAGE.header("If-Match", tag)).status()).isEqualTo(412);
        assertThat(send(PAGE.header("If-Match", TAG)).status()).isEqualTo(200);
    }

    @Test
    void aPageIsNotServedInPieces() {
        String tag = tag(send(PAGE));
        for (String validator : List.of(TAG, tag)) {
            RawAnswer whole = send(PAGE.header("Range", "bytes=0-4").header("If-Range", validator));
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.text()).contains("migration-banner");
        }
        host.mode(Mode.NORMAL);
        assertThat(send(PAGE.header("Range", "bytes=0-4")).status()).isEqualTo(206);
    }

    @Test
    void headSaysWhatGetSays() {
        RawAnswer get = send(PAGE);
        RawRequest request = RawRequest.head("/app/page").header("Accept", "*/*");
        RawAnswer head = send(request);
        assertThat(tag(head)).isEqualTo(tag(get));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.all("Vary")).isEqualTo(get.all("Vary"));
        assertThat(send(request.header("If-None-Match", tag(get))).status()).isEqualTo(304);
        assertThat(send(request.header("If-None-Match", TAG)).status()).isEqualTo(200);
    }

    @Test
    void aHostMaySayNotModifiedAsAnError() {
        String tag = tag(send(PAGE));
        host.serve((request, response) -> {
            response.setHeader("ETag", TAG);
            response.setHeader("Cache-Control", "max-age=3600");
            response.sendError(HttpServletResponse.SC_NOT_MODIFIED);
        });
        RawAnswer confirmed = send(PAGE.header("If-None-Match", tag));
        assertThat(confirmed.status()).isEqualTo(304);
        assertThat(tag(confirmed)).isEqualTo(tag);
        // Jetty's sendError takes it out
        assertThat(confirmed.all("Cache-Control")).isSubsetOf("max-age=60");
    }

    @Test
    void aCopyIsConfirmedAfterAnAsynchronousDispatchToo() {
        String tag = tag(send(PAGE));
        for (boolean wrapped : new boolean[] {true, false}) {
            host.serve((request, response) -> {
                if (request.getDispatcherType() == DispatcherType.ASYNC) {
                    obey(request, response);
                } else if (wrapped) {
                    request.startAsync(request, response).dispatch();
                } else {
                    request.startAsync().dispatch();
                }
            });
            RawAnswer confirmed = send(PAGE.header("If-None-Match", tag));
            assertThat(confirmed.status()).isEqualTo(304);
            assertThat(tag(confirmed)).isEqualTo(tag);
            assertThat(send(PAGE.header("If-None-Match", TAG)).status()).isEqualTo(200);
        }
    }

    @Test
    void theContainersOwnFilesAreConfirmedAsTheyAreDue() {
        host.serve(GateHost::serveFile);
        RawRequest file = RawRequest.get("/app/static.html").header("Accept", "text/html");
        host.mode(Mode.NORMAL);
        RawAnswer before = send(file);
        String modified = before.header("Last-Modified").orElseThrow();
        assertThat(send(file.header("If-Modified-Since", modified)).status()).isEqualTo(304);
        // RFC 9110 section 13.1.1: a weak tag matches nothing; Jetty is less strict
        int required = send(file.header("If-Match", tag(before))).status();

        host.mode(Mode.READ_ONLY);
        RawAnswer during = send(file.header("If-None-Match", tag(before)).header("If-Modified-Since", modified));
        assertThat(during.status()).isEqualTo(200);
        assertThat(during.text()).contains("migration-banner");
        assertThat(during.header("Content-Length")).contains(String.valueOf(during.body().length));
        RawAnswer confirmed = send(file.header("If-None-Match", tag(during)));
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(304);
        assertThat(tag(confirmed)).isEqualTo(tag(during));
        assertThat(send(file.header("If-Match", tag(during))).status()).isEqualTo(required);

        host.mode(Mode.NORMAL);
        RawAnswer after = send(file.header("If-None-Match", tag(during)));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).isEqualTo(GateHost.PAGE);
        assertThat(tag(after)).isEqualTo(tag(before));
    }
}

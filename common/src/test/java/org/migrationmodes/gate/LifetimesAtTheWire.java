package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** No cache is told to keep a page for longer than it is right, and none to keep more than the host lets it. */
abstract class LifetimesAtTheWire {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String HOUR = "public, max-age=3600";

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(server(), Mode.ANNOUNCED, "{}");
        page(HOUR);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void page(String... cacheControl) {
        host.serve((request, response) -> {
            for (String line : cacheControl) {
                response.addHeader("Cache-Control", line);
            }
            write(response);
        });
    }

    private static void write(HttpServletResponse response) throws java.io.IOException {
        response.setContentType(HTML);
        response.getOutputStream().print(GateHost.PAGE);
    }

    private void aheadIn(Mode mode, long seconds) {
        host.ahead(mode, "soon", host.now.plusSeconds(seconds), Mode.READ_ONLY);
    }

    private RawAnswer get() {
        return host.http().get("/app/page");
    }

    private List<String> cacheControl() {
        return get().all("Cache-Control");
    }

    @Test
    void aPageWithABannerIsKeptForAMinuteAtMost() {
        assertThat(cacheControl()).containsExactly("public, max-age=60");
        aheadIn(Mode.ANNOUNCED, 31);
        assertThat(cacheControl()).containsExactly("public, max-age=30");
        aheadIn(Mode.ANNOUNCED, -5);
        assertThat(cacheControl()).containsExactly("public, max-age=0");
    }

    @Test
    void aPageWithoutOneIsKeptUntilTheNextChange() {
        host.configure("{ \"banner\": { \"script\": false } }");
        aheadIn(Mode.NORMAL, 601);
        assertThat(cacheControl()).containsExactly("public, max-age=600");
        host.now = host.now.plusSeconds(300);
        assertThat(cacheControl()).containsExactly("public, max-age=300");
        assertThat(get().text()).isEqualTo(GateHost.PAGE);
        assertThat(get().all("Vary")).isEmpty();
        aheadIn(Mode.NORMAL, 1_000_000);
        assertThat(cacheControl()).containsExactly(HOUR);
    }

    @Test
    void whereNoChangeIsAheadNothingIsWrapped() {
        AtomicReference<String> seen = new AtomicReference<>("");
        host.serve((request, response) -> {
            seen.set(request.getClass().getName() + " " + response.getClass().getName());
            response.setHeader("Cache-Control", HOUR);
            write(response);
        });
        host.mode(Mode.NORMAL);
        assertThat(cacheControl()).containsExactly(HOUR);
        assertThat(seen.get()).doesNotContain("migrationmodes");
        aheadIn(Mode.NORMAL, 60);
        assertThat(host.http().send(RawRequest.post("/app/page")).all("Cache-Control"))
                .containsExactly(HOUR);
        assertThat(seen.get()).doesNotContain("migrationmodes");
        get();
        assertThat(seen.get()).contains("migrationmodes");
    }

    @Test
    void allThatSaysHowLongIsCut() {
        host.serve((request, response) -> {
            response.setDateHeader("Expires", host.now.plusSeconds(86400).toEpochMilli());
            response.setHeader("CDN-Cache-Control", "max-age=86400");
            response.setHeader("surrogate-control", "max-age=86400, content=\"ESI/1.0\"");
            response.setHeader("Example-CDN-Cache-Control", "stale-if-error=86400");
            response.setIntHeader("X-Accel-Expires", 86400);
            response.setHeader("Cache-Control", "private");
            write(response);
        });
        RawAnswer page = get();
        assertThat(page.all("Expires")).containsExactly("Fri, 26 Feb 2021 20:01:00 GMT");
        assertThat(page.all("CDN-Cache-Control")).containsExactly("max-age=60");
        assertThat(page.all("Surrogate-Control")).containsExactly("max-age=60, content=\"ESI/1.0\"");
        assertThat(page.all("Example-CDN-Cache-Control")).containsExactly("no-cache");
        assertThat(page.all("X-Accel-Expires")).containsExactly("60");
        assertThat(page.all("Cache-Control")).containsExactly("private");

        host.serve((request, response) -> {
            response.setHeader("Expires", "0");
            response.setHeader("X-Accel-Expires", "@4102444800");
            write(response);
        });
        assertThat(get().all("Expires")).containsExactly("0");
        assertThat(get().all("X-Accel-Expires")).containsExactly("@1614369660");
        assertThat(get().all("Cache-Control")).isEmpty();
    }

    @Test
    void severalLinesAreCutTogether() {
        page("private", "max-age=3600", "MAX-AGE=5, immutable");
        assertThat(cacheControl()).containsExactly("private, max-age=60, MAX-AGE=5");
    }

    @Test
    void nothingIsKeptThatTheHostForbidsToKeep() {
        for (String strict : List.of("no-store", "no-cache", "private, no-store, max-age=0")) {
            page(strict);
            assertThat(cacheControl()).containsExactly(strict);
        }
        page();
        assertThat(cacheControl()).containsExactly("no-cache");
        aheadIn(Mode.NORMAL, 600);
        assertThat(cacheControl()).containsExactly("no-cache");
    }

    @Test
    void whatTheHostSetsLateCounts() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            host.serve((request, response) -> {
                response.setContentType(HTML);
                response.getOutputStream().print("<html><body>");
                response.setHeader("Cache-Control", "max-age=3600");
                response.addHeader("Cache-Control", "private");
                response.getOutputStream().print("</body></html>");
                response.setHeader("Expires", "Fri, 26 Feb 2038 20:00:00 GMT");
            });
            RawAnswer page = get();
            assertThat(page.all("Cache-Control")).containsExactly("max-age=30, private");
            assertThat(page.all("Expires")).containsExactly("Fri, 26 Feb 2021 20:00:30 GMT");
        }
    }

    @Test
    void aHostSeesWhatItSet() {
        aheadIn(Mode.NORMAL, 600);
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
        host.serve((request, response) -> {
            response.setHeader("Cache-Control", HOUR);
            response.addHeader("Cache-Control", "immutable");
            seen.set(List.copyOf(response.getHeaders("cache-control")));
            response.reset();
            assertThat(response.getHeader("Cache-Control")).isNull();
            response.setHeader("Cache-Control", "max-age=9999");
            write(response);
        });
        assertThat(cacheControl()).containsExactly("max-age=599");
        assertThat(seen.get()).containsExactly(HOUR, "immutable");
    }

    @Test
    void aPageThatIsBegunAnewIsCutAsWhatItIsThen() {
        aheadIn(Mode.NORMAL, 31);
        host.serve((request, response) -> {
            response.setHeader("Cache-Control", HOUR);
            write(response);
            response.resetBuffer();
            response.setContentType("image/png");
            response.getOutputStream().print("png");
        });
        assertThat(cacheControl()).containsExactly(HOUR);
        host.serve((request, response) -> {
            response.setHeader("Cache-Control", HOUR);
            response.setContentType("image/png");
            response.getOutputStream().print("png");
            response.resetBuffer();
            write(response);
        });
        assertThat(cacheControl()).containsExactly("public, max-age=30");
    }

    @Test
    void whatIsNoPageIsKeptAsLongAsTheHostSays() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.addHeader("Cache-Control", "immutable");
                response.setContentType("application/json");
                response.getOutputStream().print("{}");
            });
            assertThat(cacheControl()).containsExactly(HOUR, "immutable");
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.setHeader("Content-Disposition", "attachment");
                write(response);
            });
            assertThat(cacheControl()).containsExactly(HOUR);
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader("Location", "/app/other");
                write(response);
            });
            assertThat(cacheControl()).containsExactly(HOUR);
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.sendRedirect("/app/other");
            });
            assertThat(cacheControl()).containsExactly(HOUR);
        }
    }

    @Test
    void aPageThatIsAnErrorIsCutToo() {
        host.serve((request, response) -> {
            response.setHeader("Cache-Control", HOUR);
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            write(response);
        });
        assertThat(cacheControl()).containsExactly("public, max-age=60");
    }

    @Test
    void theWordThatACopyIsGoodHoldsNoLonger() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            });
            assertThat(cacheControl()).containsExactly("public, max-age=30");
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.setContentType("image/png");
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            });
            assertThat(cacheControl()).containsExactly(HOUR);
        }
    }

    /** nginx takes a copy for as long as it was told with the copy itself, if a 304 tells no lifetime. */
    @Test
    void inTheLastMomentNoCopyIsGood() {
        confirmWhatIsKnown();
        for (Mode mode : List.of(Mode.NORMAL, Mode.ANNOUNCED)) {
            aheadIn(mode, 60);
            RawRequest known = RawRequest.get("/app/page")
                    .header("If-None-Match", get().header("ETag").orElseThrow());
            assertThat(host.http().send(known).status()).isEqualTo(304);
            host.now = host.now.plusSeconds(59);
            assertThat(host.http().send(known).status()).isEqualTo(200);
            assertThat(cacheControl()).containsExactly("no-cache");
        }
    }

    private void confirmWhatIsKnown() {
        host.serve((asked, response) -> {
            response.setHeader("ETag", "\"v1\"");
            if (String.valueOf(asked.getHeader("If-None-Match")).contains("\"v1\"")) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            } else {
                write(response);
            }
        });
    }

    @Test
    void aConfirmationWithoutALifetimeGivesNone() {
        host.serve((request, response) -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED));
        RawAnswer confirmed = get();
        assertThat(confirmed.all("Cache-Control")).containsExactly("no-cache");
        assertThat(confirmed.all("Expires")).containsExactly("Fri, 26 Feb 2021 20:00:01 GMT");
    }

    /** A cache could hand it to a tab. */
    @Test
    void aPageThatAScriptOrAFrameGetsIsTheirsAloneAndKeptAsBriefly() {
        for (RawRequest request : List.of(
                RawRequest.get("/app/page").header("X-Requested-With", "XMLHttpRequest"),
                RawRequest.get("/app/page").header("Faces-Request", "partial/ajax"),
                RawRequest.get("/app/page").header("Sec-Fetch-Dest", "iframe").header("Accept", "text/html"))) {
            RawAnswer answer = host.http().send(request);
            assertThat(answer.text()).isEqualTo(GateHost.PAGE);
            assertThat(answer.all("Cache-Control")).containsExactly("public, max-age=60");
            assertThat(answer.all("Vary")).isEqualTo(get().all("Vary")).isNotEmpty();
        }
    }

    @Test
    void whatIsNeverShownABannerIsTheHosts() {
        host.configure("{ \"always\": [ \"/health\" ], \"routes\": [ { \"path\": \"/embed\", \"banner\": false } ] }");
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            for (String path : List.of("/app/health", "/app/embed")) {
                assertThat(host.http().get(path).all("Cache-Control")).containsExactly(HOUR);
            }
        }
    }

    @Test
    void varyNamesWhatIsMissing() {
        host.serve((request, response) -> {
            response.addHeader("Vary", "Accept-Encoding, accept-language");
            response.addHeader("Vary", "Sec-Fetch-Dest");
            write(response);
            response.resetBuffer();
            write(response);
        });
        assertThat(get().all("Vary"))
                .containsExactly(
                        "Accept-Encoding, accept-language", "Sec-Fetch-Dest", "X-Requested-With, Faces-Request");
    }

    @Test
    void anAsynchronousPageIsCutToo() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            host.serve((request, response) -> {
                if (request.getDispatcherType() == DispatcherType.ASYNC) {
                    response.addHeader("Cache-Control", HOUR);
                    write(response);
                } else {
                    request.startAsync().dispatch();
                }
            });
            assertThat(cacheControl()).containsExactly("public, max-age=30");
            host.serve((request, response) -> {
                var context = request.startAsync(request, response);
                context.start(() -> {
                    response.setHeader("Cache-Control", HOUR);
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                    context.complete();
                });
            });
            assertThat(cacheControl()).containsExactly("public, max-age=30");
        }
    }

    @Test
    void whatAnInsiderSeesBeforeItsTimeIsNotKept() {
        RawRequest preview =
                RawRequest.get("/app/page?migration-preview=read-only").header("Insider", "yes");
        host.mode(Mode.NORMAL);
        RawAnswer shown = host.http().send(preview);
        assertThat(shown.text()).contains("migration-banner");
        assertThat(shown.all("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void whatForbidsToKeepHoldsAlsoWhereTheAnswerGoesAroundUs() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            host.serve((request, response) -> {
                response.setContentType("text/html;charset=UTF-8");
                response.setHeader("Cache-Control", "private, no-store");
                var async = request.startAsync();
                async.start(() -> {
                    try {
                        async.getResponse().getWriter().print(GateHost.PAGE);
                    } catch (java.io.IOException gone) {
                        throw new java.io.UncheckedIOException(gone);
                    }
                    async.complete();
                });
            });
            assertThat(String.join(", ", host.http().get("/app/page").all("Cache-Control")))
                    .contains("private", "no-store");
        }
    }

    @Test
    void whatIsSetWithinThePageCounts() {
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.addHeader("Cache-Control", "private");
            response.getWriter().print("<html>");
            response.addHeader("Cache-Control", "no-store");
            response.getWriter().print("<body>x");
        });
        assertThat(String.join(", ", host.http().get("/app/page").all("Cache-Control")))
                .contains("private", "no-store");
    }

    @Test
    void headIsKeptAsLongAsGet() {
        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.NORMAL)) {
            aheadIn(mode, 31);
            host.serve((request, response) -> {
                response.setHeader("Cache-Control", HOUR);
                response.setHeader("ETag", "\"v1\"");
                response.setContentType(HTML);
                response.setContentLength(GateHost.PAGE.length());
            });
            RawAnswer head = host.http().send(RawRequest.head("/app/page"));
            assertThat(head.all("Cache-Control")).containsExactly("public, max-age=30");
            assertThat(head.header("ETag")).isEmpty();
            assertThat(head.header("Content-Length")).isEmpty();
        }
    }

    @Test
    void aScheduleThatIsFarAwayCutsNothing() {
        host.ahead(Mode.NORMAL, "later", Instant.parse("2031-01-01T00:00:00Z"), Mode.READ_ONLY);
        assertThat(cacheControl()).containsExactly(HOUR);
    }
}

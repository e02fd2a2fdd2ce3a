package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsNginx;
import org.migrationmodes.testing.Nginx;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** A real cache before a host that lets its pages be kept for an hour, through a night in seconds. */
@NeedsNginx
class PagesInACacheTest extends KeptPages {
    private static final RawRequest PAGE = RawRequest.get("/app/page").header("Accept", "text/html,*/*;q=0.8");
    /** As long as a phase of this night lasts: a page is kept a part of it. */
    private static final Duration PHASE = Duration.ofSeconds(4);

    private final Nginx cache = Nginx.cacheOf(host.http().port());
    private Instant change = Instant.MIN;
    private volatile boolean tellsAgain = true;
    private volatile String lifetime = "public, max-age=3600";

    @AfterEach
    void stop() {
        cache.close();
    }

    @Override
    void conditionally(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", "\"v1\"");
        response.setDateHeader("Last-Modified", 1_600_000_000_000L);
        String known = request.getHeader("If-None-Match");
        boolean same = known == null
                ? request.getDateHeader("If-Modified-Since") >= 1_600_000_000_000L
                : known.contains("\"v1\"");
        if (same) {
            confirmed.incrementAndGet();
            if (tellsAgain) {
                response.setHeader("Cache-Control", lifetime);
            }
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            written.incrementAndGet();
            response.setHeader("Cache-Control", lifetime);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().print(GateHost.PAGE);
        }
    }

    private void begin(Mode mode, String message, Mode then) {
        change = Instant.now().plus(PHASE);
        host.ahead(mode, message, change, then);
    }

    /** Visitors come all the time, also in the last moment. */
    private void visitUntilChange() {
        await().atMost(PHASE.multipliedBy(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    get();
                    return !Instant.now().isBefore(change);
                });
    }

    private RawAnswer get() {
        return cache.http().send(PAGE);
    }

    private static String did(RawAnswer answer) {
        return answer.header(Nginx.CACHE_STATUS).orElse("nothing");
    }

    @Test
    void noPageOutlivesItsTime() {
        begin(Mode.NORMAL, "", Mode.ANNOUNCED);
        assertThat(did(get())).isEqualTo("MISS");
        assertThat(get().text()).doesNotContain("migration-banner");
        assertThat(did(get())).isEqualTo("HIT");

        visitUntilChange();
        begin(Mode.ANNOUNCED, "the first night", Mode.READ_ONLY);
        assertThat(get().text()).contains("the first night").contains("page</body>");
        assertThat(did(get())).isEqualTo("HIT");

        visitUntilChange();
        begin(Mode.READ_ONLY, "paused", Mode.NORMAL);
        assertThat(get().text()).contains("paused").doesNotContain("the first night");

        visitUntilChange();
        begin(Mode.NORMAL, "", Mode.ANNOUNCED);
        assertThat(get().text()).doesNotContain("migration-banner");
    }

    /** Some hosts say how long with a 304 too, and some do not, as Tomcat's ExpiresFilter. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStaleCopyOfWhatIsDueIsConfirmed(boolean again) {
        tellsAgain = again;
        lifetime = "max-age=1";
        for (Mode mode : List.of(Mode.NORMAL, Mode.ANNOUNCED)) {
            host.ahead(mode, "words", Instant.now().plusSeconds(600), Mode.READ_ONLY);
            await("the page").until(() -> get().text().contains("words") == (mode == Mode.ANNOUNCED));
            int before = confirmed.get();
            int whole = written.get();
            await("a stale copy is confirmed").until(() -> did(get()).equals("REVALIDATED"));
            assertThat(confirmed.get()).isGreaterThan(before);
            assertThat(written.get()).isEqualTo(whole);
            assertThat(get().text().contains("words")).isEqualTo(mode == Mode.ANNOUNCED);
        }
    }

    @Test
    void otherWordsAreThereWhenTheOldOnesAreStale() {
        begin(Mode.ANNOUNCED, "first words", Mode.READ_ONLY);
        assertThat(get().text()).contains("first words");
        begin(Mode.ANNOUNCED, "second words", Mode.READ_ONLY);
        await().atMost(PHASE).until(() -> get().text().contains("second words"));
        assertThat(get().text()).contains("second words").doesNotContain("first words");
        assertThat(confirmed.get()).isZero();
    }

    @Test
    void eachIsServedItsOwn() {
        begin(Mode.ANNOUNCED, "words", Mode.READ_ONLY);
        RawRequest script = PAGE.header("X-Requested-With", "XMLHttpRequest");
        RawRequest greek = PAGE.header("Accept-Language", "el");
        for (String did : new String[] {"MISS", "HIT"}) {
            RawAnswer tab = get();
            assertThat(did(tab)).isEqualTo(did);
            assertThat(tab.text()).contains("migration-banner");
            RawAnswer part = cache.http().send(script);
            assertThat(did(part)).isEqualTo(did);
            assertThat(part.text()).isEqualTo(GateHost.PAGE);
            assertThat(did(cache.http().send(greek))).isEqualTo(did);
        }
    }

    /** The first who asks may claim what it likes, and so may the one whose request has a stale copy revalidated. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Dest, image",
        "Accept, application/json",
        "Accept, 'image/avif,*/*'",
        "X-Requested-With, XMLHttpRequest"
    })
    void nobodyPutsAPageWithoutTheBannerBeforeOthers(String name, String value) {
        begin(Mode.READ_ONLY, "words", Mode.NORMAL);
        cache.http().send(RawRequest.get("/app/page").header(name, value));
        assertThat(get().text()).contains("words");
    }

    @Test
    void aClaimDoesNotProlongACopyFromBefore() {
        lifetime = "max-age=1";
        assertThat(get().text()).isEqualTo(GateHost.PAGE);
        lifetime = "max-age=3600";
        host.mode(Mode.READ_ONLY);
        RawRequest claim = RawRequest.get("/app/page").header("Accept", "application/json");
        await().atMost(PHASE).until(() -> !did(cache.http().send(claim)).equals("HIT"));
        assertThat(get().text()).contains("migration-banner");
        assertThat(confirmed.get()).isZero();
    }

    @Test
    void aCompressedPageWithoutTheBannerIsNotKept() {
        host.serve((request, response) -> {
            response.setHeader("Cache-Control", lifetime);
            response.setHeader("Vary", "Accept-Encoding");
            response.setContentType("text/html;charset=UTF-8");
            boolean gzip = String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip");
            response.setHeader("Content-Encoding", gzip ? "gzip" : "identity");
            response.getOutputStream().print(gzip ? "(compressed)" : GateHost.PAGE);
        });
        begin(Mode.READ_ONLY, "words", Mode.NORMAL);
        RawRequest claim = RawRequest.get("/app/page").header("Accept", "application/json");
        cache.http().send(claim.header("Accept-Encoding", "gzip"));
        assertThat(cache.http().send(PAGE.header("Accept-Encoding", "gzip")).text())
                .contains("words");
    }

    /** What was kept before anybody knew of a change: the cache asks with what it has, and is not told that it is good. */
    @Test
    void aCopyFromBeforeIsReplacedWhenItIsStale() {
        lifetime = "max-age=1";
        assertThat(get().text()).isEqualTo(GateHost.PAGE);
        begin(Mode.ANNOUNCED, "words", Mode.READ_ONLY);
        await().atMost(PHASE).until(() -> get().text().contains("words"));
        assertThat(confirmed.get()).isZero();
    }
}

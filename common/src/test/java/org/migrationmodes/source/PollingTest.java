package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagAnswer;

/** Polling outlives what it meets, and ends when it should. */
class PollingTest extends WithPublishedFlag {
    @Test
    void aTagThatCannotBeSentBackDoesNotEndThePolling() {
        website.script(request -> FlagAnswer.of("200 OK", "ETag: \"\u00e9\"\r\n", flag("closed")));
        following();
        website.serve(flag("normal"));
        poll();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void aWebsiteThatHangsIsGivenUpAndThePollingGoesOn() {
        website.hang();
        ManualTimer patience = new ManualTimer(Server.START);
        RemoteSettings settings = new RemoteSettings(
                URI.create(website.url()), Duration.ofSeconds(15), false, TlsSettings.NONE, PublicKeys.NONE);
        try (HttpSource source = new HttpSource(settings, patience, Dns.SYSTEM, there -> {})) {
            Thread clock = new Thread(() -> {
                Awaitility.await().until(() -> !website.requests().isEmpty());
                patience.advance(Duration.ofSeconds(3));
            });
            clock.start();

            assertThat(source.poll(null, Duration.ofSeconds(3)).reading())
                    .isEqualTo(new Reading.Unavailable(website.url() + ": no whole answer within 3 s"));
            website.serve(flag("closed"));
            assertThat(source.poll(null, Duration.ofSeconds(3)).reading()).isInstanceOf(Reading.Changed.class);
        }
    }

    @Test
    void withoutARemoteThePollingEnds() {
        website.serve(flag("closed"));
        following().write("{\"mode\": \"normal\"}").second();
        int polled = website.requests().size();
        poll();

        assertThat(website.requests()).hasSize(polled);
        assertThat(status()).isEqualTo(SourceStatus.OFF);
    }

    @Test
    void thePollingGoesOnAfterAListenerThatThrows() {
        website.serve(flag("announced"));
        following();
        AtomicInteger failures = new AtomicInteger(1);
        server.listener = flag -> {
            if (failures.getAndDecrement() > 0) {
                throw new StackOverflowError("listener");
            }
        };
        website.serve(flag("closed"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        website.serve(flag("moved"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void aPollerSurvivesWhateverIsThrownAtIt() {
        website.serve(flag("closed"));
        AtomicInteger heard = new AtomicInteger();
        Follower follower = mock(Follower.class);
        doAnswer(call -> {
                    heard.incrementAndGet();
                    throw new AssertionError("listener");
                })
                .when(follower)
                .heard(any());
        Timers timers = new Timers(server.timer, server.timer, server.timer, server.timer, server.timer);
        RemoteSettings settings = new RemoteSettings(
                URI.create(website.url()), Duration.ofSeconds(1), false, TlsSettings.NONE, PublicKeys.NONE);
        try (RemoteSource poller = settings.open(timers, follower)) {
            poller.begin();
            server.timer.advance(Duration.ofSeconds(10));
        }

        assertThat(heard.get()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void closingEndsAllThreadsAndConnections() {
        website.serve(flag("closed"));
        Timers timers = Timers.system("closing-test");
        server.write("{\"remote\": {\"url\": \"" + website.url() + "\", \"interval\": \"1s\"}}")
                .start(timers);
        assertThat(threads()).contains("closing-test-file", "closing-test-remote");
        int first = website.requests().size();
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> website.requests().size() > first);
        server.client().close();

        assertEnded("closing-test");
    }

    @Test
    void closingDoesNotWaitForAWebsiteThatHangs() {
        website.serve(flag("closed"));
        Timers timers = Timers.system("hanging-test");
        server.write("{\"remote\": {\"url\": \"" + website.url() + "\", \"interval\": \"1s\"}}")
                .start(timers);
        int first = website.requests().size();
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> website.requests().size() > first);
        website.hang();
        int hanging = website.requests().size();
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> website.requests().size() > hanging);
        long begin = System.nanoTime();
        server.client().close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        assertEnded("hanging-test");
        assertThat(server.log.lines()).isEmpty();
    }

    private static void assertEnded(String timers) {
        // A thread may live on for a blink after it has said that it is over.
        Awaitility.await()
                .atMost(2, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(threads())
                        .noneMatch(name -> name.startsWith(timers)
                                || name.startsWith("migration-modes")
                                || name.contains("OkHttp")
                                || name.contains("Okio")));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}

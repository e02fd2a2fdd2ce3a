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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** The published flag, over real sockets. */
class PublishedFlagTest extends WithServer {
    private static final Duration POLL = Duration.ofSeconds(17);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static String flag(String mode) {
        return "{\"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"" + mode + "\"}}";
    }

    private static String flag(int epoch, String mode) {
        return "{\"epoch\": " + epoch + ", \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \""
                + mode + "\"}}";
    }

    private Server following() {
        return server.write("{\"remote\": \"" + website.url() + "\"}").start();
    }

    private void poll() {
        server.timer.advance(POLL);
    }

    private SourceStatus status() {
        return server.client().status().remote();
    }

    @Test
    void itHoldsBeforeTheStartIsOver() {
        website.serve(flag("closed"));
        following();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().origin()).isEqualTo(website.url());
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void aChangeHoldsAtTheNextPoll() {
        website.serve(flag("announced"));
        following();
        website.serve(flag("moved"));
        poll();

        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void anEntityTagIsSentBackAndNothingNewChangesNothing() {
        website.serve("\"a\"", flag("closed"));
        following();
        int told = server.heard.size();
        poll();

        assertThat(website.requests().get(0)).doesNotContain("If-None-Match");
        assertThat(website.requests()).last().asString().contains("If-None-Match: \"a\"");
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.heard).hasSize(told);
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void anEntityTagIsRememberedOverARestart() {
        website.serve("W/\"a\"", flag("closed"));
        following().restart();
        poll();

        assertThat(website.requests()).last().asString().contains("If-None-Match: W/\"a\"");
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void theTagOfARefusedDocumentIsNeverSentBack() {
        website.serve("\"good\"", flag("closed"));
        following();
        website.serve("\"bad\"", "{\"services\": {\"wiki\": \"frozen\"}}");
        poll();
        poll();

        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(website.requests()).noneMatch(request -> request.contains("\"bad\""));
        assertThat(website.requests()).last().asString().contains("If-None-Match: \"good\"");
    }

    @Test
    void anOutageThatEndsWithNothingNewHasEnded() {
        website.serve("\"a\"", flag("closed"));
        following();
        for (int i = 1; i <= 2; i++) {
            website.fail("503 Service Unavailable", "");
            poll();
            assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
            assertThat(server.log.lines()).as("each outage is news").hasSize(i);
            website.serve("\"a\"", flag("closed"));
            server.timer.advance(LONGEST_PAUSE);
            assertThat(website.requests()).last().asString().contains("If-None-Match");
            assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
            assertThat(status().problem()).isNull();
        }
    }

    @Test
    void aTagThatCannotBeSentBackDoesNotEndThePolling() {
        website.script(request -> FlagServer.response("200 OK", "ETag: \"\u00e9\"\r\n", flag("closed")));
        following();
        website.serve(flag("normal"));
        poll();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><title>Welcome to the hotel</title>",
                "{}",
                "{\"services\": {}}",
                "{\"mode\": \"normal\"}",
                "null",
                "{\"services\": {\"wiki\": \"normal\"}"
            })
    void aBodyThatIsNoFlagChangesNothing(String body) {
        website.serve(flag("closed"));
        following();
        website.serve(body);
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
    }

    @Test
    void aPackedBodyIsRead() {
        website.script(request -> FlagServer.gzipped(flag("closed")));
        following();

        assertThat(website.requests().get(0)).contains("Accept-Encoding: gzip\r\n");
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void nothingOfTheServerIsToldButWhatAsks() {
        website.script(request -> FlagServer.response("200 OK", "Set-Cookie: a=b\r\n", flag("closed")));
        following();
        poll();

        assertThat(website.requests())
                .last()
                .asString()
                .contains("User-Agent: migration-modes\r\n")
                .doesNotContain("Cookie", "Authorization");
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
    void anOlderEpochIsIgnoredAndSoIsNoneAfterOne() {
        website.serve(flag(5, "closed"));
        following();
        website.serve(flag(4, "normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().problem())
                .isEqualTo(website.url() + ": epoch: 4 is older than epoch 5, which was already accepted");
        assertThat(status().epoch()).isEqualTo(5);

        website.serve(flag("normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().problem())
                .isEqualTo(website.url() + ": epoch: missing, while epoch 5 was already accepted");

        website.serve(flag(5, "moved"));
        poll();
        assertThat(server.mode()).as("the same epoch with other content").isEqualTo(Mode.MOVED);

        website.serve(flag(6, "normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().current().epoch()).isEqualTo(6);
    }

    @Test
    void theFilesOwnModeBeatsThePublishedFlagAndFollowObeysIt() {
        website.serve(flag("closed"));
        following();
        String remote = "\"remote\": \"" + website.url() + "\"}";

        server.write("{\"mode\": \"announced\", " + remote).second();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);
        website.serve(flag("moved"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);

        server.write("{\"mode\": \"follow\", " + remote).second();
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void theFilesOwnModeBorrowsTheAnnouncementThatWasPublished() {
        website.serve(flag("normal"));
        following()
                .write("{\"mode\": \"closed\", \"remote\": \"" + website.url() + "\"}")
                .second();

        assertThat(server.client().current().announcement()).isNotNull();
        assertThat(server.log.lines()).isEmpty();
    }

    @Test
    void anotherAddressIsFollowedWithoutARestartAndItsEpochsAreItsOwn() {
        website.serve(flag(9, "closed"));
        following();
        try (FlagServer other = new FlagServer()) {
            other.serve(flag(1, "moved"));
            server.write("{\"remote\": {\"url\": \"" + other.url() + "\", \"interval\": \"1s\"}}")
                    .second();
            int polled = website.requests().size();
            server.timer.advance(Duration.ofSeconds(60));

            assertThat(server.mode()).isEqualTo(Mode.MOVED);
            assertThat(website.requests()).hasSize(polled);
            assertThat(other.requests()).hasSizeBetween(50, 70);
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
    void whatIsOddInAPublishedFlagIsWarnedOfOnce() {
        website.serve("{\"epock\": 1, \"services\": {\"wiki\": \"closed\"}}");
        following();
        poll();

        assertThat(server.log.lines())
                .containsExactly(
                        website.url() + ": " + FlagJson.NO_ANNOUNCEMENT,
                        website.url() + ": epock: unknown key, ignored; did you mean \"epoch\"?");
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

    @Test
    void itsAddressIsShownWithItsQueryAndKept() {
        website.serve(flag("closed"));
        String address = website.url() + "?token=a";
        server.write("{\"remote\": \"" + address + "\"}").start();
        poll();

        assertThat(status().origin()).isEqualTo(address);
        assertThat(server.log.all()).contains("INFO Follows " + address);
        assertThat(server.state.resolve("wiki.remote.json")).content().contains(address);
    }
}

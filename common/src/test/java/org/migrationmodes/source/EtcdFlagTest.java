package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.source.EtcdScene.CLOSED;
import static org.migrationmodes.source.EtcdScene.NORMAL;
import static org.migrationmodes.source.EtcdScene.awaits;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagAnswer;

/** The flag in a real etcd. Alarms stand still, so that what is heard here is heard by a watch, or at the next reading. */
class EtcdFlagTest extends WithEtcdScene {
    private void awaitMode(Mode mode) {
        awaits("mode " + mode).until(() -> scene.mode() == mode);
    }

    private String flag(int epoch, String mode) {
        return CLOSED.replace("5", Integer.toString(epoch)).replace("closed", mode);
    }

    @Test
    void itHoldsBeforeTheStartIsOver() {
        scene.put(CLOSED);
        scene.follow(etcd.url());
        scene.start();

        assertThat(scene.mode()).isEqualTo(Mode.CLOSED);
        assertThat(scene.status().origin()).isEqualTo("etcd:" + scene.prefix + "flag");
        assertThat(scene.status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void aChangeHoldsAtOnce() {
        scene.freeze();
        for (int i = 6; i < 16; i++) {
            Mode mode = i % 2 == 0 ? Mode.MOVED : Mode.READ_ONLY;
            scene.put(flag(i, mode.word()));
            awaitMode(mode);
        }

        assertThat(scene.server.log.lines()).isEmpty();
    }

    @Test
    void theVeryNextChangeIsHeard() {
        scene.listed = false;
        scene.freeze();
        scene.put(NORMAL);

        awaitMode(Mode.NORMAL);
    }

    @Test
    void aWatchThatHearsNothingCostsNothing() {
        scene.freeze();
        long begin = System.nanoTime();
        Map<Long, Long> before = processorTimes();
        awaits("a second").until(() -> System.nanoTime() - begin > 1_000_000_000L);

        long spent = processorTimes().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
        assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofMillis(150));
    }

    /** Of the threads that OkHttp and we have for connections, by their numbers. */
    private static Map<Long, Long> processorTimes() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("OkHttp")
                        || thread.getName().startsWith("migration-modes")
                        || thread.getName().equals("scene-remote"))
                .collect(Collectors.toMap(Thread::getId, thread -> threads.getThreadCpuTime(thread.getId())));
    }

    @Test
    void ofManyChangesTheLastOneHolds() throws IOException {
        scene.freeze();
        for (int i = 1; i < 200; i++) {
            scene.etcd.putQuickly(scene.prefix + "flag", flag(5 + i, i % 2 == 0 ? "normal" : "moved"));
        }
        scene.etcd.putQuickly(scene.prefix + "flag", flag(205, "read-only"));
        awaits("the last one")
                .until(() ->
                        Long.valueOf(205).equals(scene.server.client().current().epoch()));

        assertThat(scene.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(scene.server.log.lines()).isEmpty();
    }

    @Test
    void aDeadEndpointBeforeAGoodOneIsPassedOverWithoutAWord() {
        scene.put(CLOSED);
        scene.follow("http://127.0.0.1:1", "http://127.0.0.1:2", etcd.url());
        scene.start();
        assertThat(scene.mode()).isEqualTo(Mode.CLOSED);
        scene.put(NORMAL);
        awaitMode(Mode.NORMAL);

        assertThat(scene.server.log.lines()).isEmpty();
    }

    @Test
    void anotherEndpointIsNoOtherFlag() {
        scene.freeze();
        scene.proxy.reset();
        scene.follow(scene.endpoint, etcd.url());
        scene.server.second();
        assertThat(scene.mode()).isEqualTo(Mode.CLOSED);
        scene.put(flag(4, "normal"));
        awaits("the older one is refused")
                .until(() ->
                        scene.server.log.lines().stream().anyMatch(line -> line.contains("4 is older than epoch 5")));
        scene.put(NORMAL);
        awaitMode(Mode.NORMAL);
    }

    @Test
    void whatWasPutAndCompactedWhileTheConnectionWasCutHolds() {
        scene.freeze();
        scene.proxy.reset();
        String last = "";
        for (int i = 6; i < 10; i++) {
            scene.put(flag(i, "moved"));
            last = etcd.ctl("get", scene.prefix + "flag", "--write-out", "json")
                    .replaceAll(".*\"revision\":(\\d+).*\\s*", "$1");
        }
        etcd.ctl("compact", last);
        scene.proxy.forward();
        awaitMode(Mode.MOVED);

        scene.put(flag(10, "normal"));
        awaitMode(Mode.NORMAL);
    }

    @Test
    void aServerThatStartsWhileEtcdIsDownComesBackFrozen() {
        scene.freeze();
        scene.proxy.reset();
        scene.restart();

        assertThat(scene.mode()).isEqualTo(Mode.CLOSED);
        scene.put(NORMAL);
        scene.proxy.forward();
        awaitMode(Mode.NORMAL);
    }

    @Test
    void aServerThatIsToldToFollowNothingLetsGoAtOnce() {
        scene.freeze();
        awaits("a watch").until(() -> scene.proxy.connections() >= 1);
        scene.server.write("{\"mode\": \"read-only\"}").second();

        awaits("no connection").atMost(Duration.ofSeconds(3)).until(() -> scene.proxy.connections() == 0);
        assertThat(scene.status()).isEqualTo(SourceStatus.OFF);
        assertThat(scene.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aWatchThatIsHeldBackOnTheWayIsWarnedOfOnceAndLeavesTheReadings() {
        serve(CLOSED);
        scene.follow(scene.website.url().replace("/flag.json", ""));
        scene.start();
        awaits("warned").until(() -> {
            scene.alarms.advance(Duration.ofSeconds(1));
            return !scene.log().isEmpty();
        });
        serve(NORMAL);
        awaits("open").until(() -> {
            scene.alarms.advance(Duration.ofSeconds(1));
            return scene.mode() == Mode.NORMAL;
        });

        assertThat(scene.log())
                .singleElement()
                .asString()
                .endsWith(
                        ": does not begin to watch within 5 s; without a watch, a change holds within a minute and not at once");
        assertThat(scene.status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    /** As an etcd behind a proxy that waits for the end of an answer. */
    private void serve(String flag) {
        String value = ByteString.encodeUtf8(flag).base64();
        String answer = "{\"header\": {\"revision\": \"5\"}, \"kvs\": [{\"value\": \"" + value + "\"}]}";
        scene.website.script(request -> {
            if (!request.startsWith("POST /v3/kv/range ")) {
                Thread.currentThread().join();
            }
            return FlagAnswer.of("200 OK", "", answer);
        });
    }

    @Test
    void aFollowerThatThrowsDoesNotEndTheFollowing() {
        scene.put(CLOSED);
        AtomicInteger heard = new AtomicInteger();
        Follower follower = mock(Follower.class, call -> {
            heard.incrementAndGet();
            throw new AssertionError("follower");
        });
        EtcdSettings settings = new EtcdSettings(
                List.of(URI.create(etcd.url())), scene.prefix, null, null, TlsSettings.NONE, PublicKeys.NONE);
        CountingTimer quick = new CountingTimer(new SystemTimer("throwing-test"), 100);
        try (Timers timers = new Timers(
                        quick, quick, new CountingTimer(new SystemTimer("throwing-fleet"), 100), quick, scene.alarms);
                RemoteSource source = settings.open(timers, follower)) {
            source.begin();

            awaits("asked again").until(() -> heard.get() >= 3);
        }
    }

    @Test
    void aPasswordIsInNoWordThatIsSaid() {
        scene.settings = ", \"user\": \"server\", \"password\": \"hush-hush\"";
        scene.freeze();
        scene.proxy.lead(scene.website.url());
        scene.happen();

        assertThat(scene.server.log.lines().toString() + scene.server.client().status())
                .contains("answered 404")
                .doesNotContain("hush-hush");
        assertThat(new EtcdSettings(List.of(), "/", "server", "hush-hush", TlsSettings.NONE, PublicKeys.NONE)
                        .toString())
                .doesNotContain("hush-hush");
    }
}

package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.source.EtcdScene.CLOSED;
import static org.migrationmodes.source.EtcdScene.NORMAL;
import static org.migrationmodes.source.EtcdScene.awaits;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;

/** What servers write of themselves into a real etcd, for the whole fleet to be asked in one read. */
class EtcdRegistrationTest extends WithEtcdScene {
    private List<String> keys() {
        return etcd.ctl("get", "--prefix", scene.prefix + "servers/", "--keys-only")
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String lease() {
        String entry = etcd.ctl("get", "--prefix", scene.prefix + "servers/", "--write-out", "json");
        return Long.toHexString(Long.parseLong(entry.replaceAll("(?s).*\"lease\":(\\d+).*", "$1")));
    }

    private String values() {
        return etcd.ctl("get", "--prefix", scene.prefix + "servers/", "--print-value-only")
                .replaceAll("\\s", "");
    }

    private void awaitValues(String part) {
        awaits(part).untilAsserted(() -> assertThat(values()).contains(part));
    }

    @Test
    void aServerSaysWhatItBelieves() {
        scene.freeze();
        awaitValues("\"epoch\":5");

        assertThat(keys()).singleElement().asString().matches(scene.prefix + "servers/wiki/[^/]+-[0-9a-f]{8}");
        assertThat(values())
                .contains(
                        "\"service\":\"wiki\"",
                        "\"mode\":\"closed\"",
                        "\"since\":\"",
                        "\"drained\":true",
                        "\"source\":\"valid\"",
                        "\"host\":\"");
    }

    @Test
    void aServerIsListedBeforeThereIsAFlag() {
        scene.follow(scene.endpoint);
        scene.start();
        awaitValues("\"source\":\"interrupted\",\"problem\":\"etcd:" + scene.prefix + "flag:noflagat");

        assertThat(values()).contains("\"mode\":\"normal\"").doesNotContain("epoch");
        scene.put(CLOSED);
        awaitValues("\"mode\":\"closed\"");
        assertThat(values()).contains("\"source\":\"valid\"").doesNotContain("problem");
    }

    @Test
    void aServerIsDrainedOnceNoRequestIsRunningFromBefore() {
        scene.drained = false;
        scene.freeze();
        awaitValues("\"epoch\":5,\"drained\":false");
        scene.drained = true;

        awaitValues("\"epoch\":5,\"drained\":true");
    }

    @Test
    void aServerThatIsClosedIsTakenOffTheListAtOnce() {
        scene.freeze();
        awaitValues("\"epoch\":5");
        scene.server.client().close();

        assertThat(keys()).isEmpty();
    }

    @Test
    void aServerThatVanishedFromTheListComesBack() {
        scene.freeze();
        awaitValues("\"epoch\":5");
        etcd.ctl("del", "--prefix", scene.prefix + "servers/");
        awaitValues("\"epoch\":5");
        String lease = lease();
        etcd.ctl("lease", "revoke", lease);
        assertThat(keys()).isEmpty();

        awaitValues("\"epoch\":5");
        assertThat(scene.server.log.lines()).isEmpty();
    }

    @Test
    void aServerThatDiesVanishesWithItsLease() {
        scene.freeze();
        awaitValues("\"epoch\":5");
        String lease = lease();

        assertThat(etcd.ctl("lease", "timetolive", "--keys", lease)).contains("granted with TTL(15s)", keys().get(0));
    }

    @Test
    void anotherServiceOrSiteIsAnotherPlaceInTheList() {
        scene.freeze();
        awaitValues("\"service\":\"wiki\",\"mode\"");
        scene.beside = ", \"service\": \"docs\", \"site\": \"old\"";
        scene.follow(scene.endpoint);
        scene.server.second();
        awaitValues("\"service\":\"docs\",\"site\":\"old\"");

        assertThat(keys()).singleElement().asString().startsWith(scene.prefix + "servers/docs@old/");
    }

    @Test
    void twoServersOfOneMachineAreTwo() throws IOException {
        try (EtcdScene other = new EtcdScene(etcd, Files.createDirectory(folder.resolve("other")), scene.prefix)) {
            scene.freeze();
            other.freeze();

            awaits("both").until(() -> keys().size() == 2);
        }
    }

    @Test
    void aServerThatMayNotWriteFollowsTheFlagAndSaysOnceThatItIsNotListed() {
        try {
            etcd.ctl("user", "add", "root:root");
            etcd.ctl("user", "grant-role", "root", "root");
            etcd.ctl("user", "add", "reader:hush-hush");
            etcd.ctl("role", "add", "reader");
            etcd.ctl("role", "grant-permission", "reader", "read", scene.prefix + "flag");
            etcd.ctl("user", "grant-role", "reader", "reader");
            scene.put(CLOSED);
            scene.settings = ", \"user\": \"reader\", \"password\": \"hush-hush\"";
            etcd.ctl("auth", "enable");
            scene.follow(scene.endpoint);
            scene.start();
            awaits("a word").until(() -> !scene.server.log.lines().isEmpty());
            etcd.ctl("--user", "root:root", "put", scene.prefix + "flag", NORMAL);
            awaits("open").until(() -> scene.mode() == Mode.NORMAL);

            assertThat(scene.server.log.lines())
                    .containsExactly("etcd:" + scene.prefix + "flag: this server is not in the list of the fleet at "
                            + scene.prefix + "servers/: " + scene.endpoint + ": etcdserver: permission denied");
            etcd.ctl(
                    "--user",
                    "root:root",
                    "role",
                    "grant-permission",
                    "reader",
                    "--prefix=true",
                    "readwrite",
                    scene.prefix + "servers/");
            awaits("listed")
                    .until(() -> etcd.ctl("--user", "root:root", "get", "--prefix", scene.prefix + "servers/")
                            .contains("epoch"));
        } finally {
            etcd.ctl("--user", "root:root", "auth", "disable");
        }
    }

    @Test
    void aWayThatIsDeadIsNoticedBeforeTheWatchWouldEnd() {
        scene.freeze();
        awaitValues("\"epoch\":5");
        scene.proxy.stall();
        Instant begin = scene.alarms.now();
        awaits("noticed").pollInterval(Duration.ofMillis(100)).until(() -> {
            scene.alarms.advance(Duration.ofSeconds(1));
            return scene.status().state() == SourceStatus.State.INTERRUPTED;
        });

        assertThat(Duration.between(begin, scene.alarms.now())).isLessThan(Duration.ofSeconds(27));
    }

    @Test
    void closingDoesNotWaitForAnEtcdThatHangs() {
        scene.freeze();
        awaitValues("\"epoch\":5");
        scene.proxy.stall();
        long begin = System.nanoTime();
        scene.server.client().close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        awaits("no thread is left")
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("scene-")
                                || name.startsWith("migration-modes")
                                || name.contains("OkHttp")
                                || name.contains("Okio")));
    }
}

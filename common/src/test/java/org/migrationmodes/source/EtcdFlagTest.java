package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.source.EtcdScene.CLOSED;
import static org.migrationmodes.source.EtcdScene.NORMAL;
import static org.migrationmodes.source.EtcdScene.awaits;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.NeedsEtcd;

/** The flag in a real etcd. Alarms stand still, so that what is heard here is heard by a watch, or at the next reading. */
@NeedsEtcd
@Timeout(60)
class EtcdFlagTest {
    private static Etcd etcd;

    @TempDir
    private Path folder;

    private EtcdScene scene;

    @BeforeAll
    static void startEtcd() {
        etcd = Etcd.start();
    }

    @AfterAll
    static void stopEtcd() {
        etcd.close();
    }

    @BeforeEach
    void newScene() {
        scene = new EtcdScene(etcd, folder);
    }

    @AfterEach
    void close() {
        scene.close();
        assertThat(scene.alarms.dropped()).isEmpty();
    }

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
}

package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
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

/** The flag in a real etcd. */
@NeedsEtcd
@Timeout(60)
class EtcdFlagTest {
    private static Etcd etcd;

    @TempDir
    private Path folder;

    private Server server;

    @BeforeAll
    static void startEtcd() {
        etcd = Etcd.start();
    }

    @AfterAll
    static void stopEtcd() {
        etcd.close();
    }

    @BeforeEach
    void newServer() {
        server = new Server(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aChangeHoldsAtOnce() {
        etcd.put("/migration-modes/flag", "{\"services\": {\"wiki\": \"closed\"}}");
        server.write("{\"etcd\": {\"endpoints\": [\"" + etcd.url() + "\"]}}").start(Timers.system("etcd-test"));
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        for (int i = 0; i < 20; i++) {
            Mode mode = i % 2 == 0 ? Mode.MOVED : Mode.READ_ONLY;
            long begin = System.nanoTime();
            etcd.put("/migration-modes/flag", "{\"services\": {\"wiki\": \"" + mode.word() + "\"}}");
            long put = System.nanoTime();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> server.mode() == mode);
            System.err.println("put " + (put - begin) / 1000 + " us, then " + (System.nanoTime() - put) / 1000);
        }
        server.client().close();
        System.err.println(Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .toList());
    }
}

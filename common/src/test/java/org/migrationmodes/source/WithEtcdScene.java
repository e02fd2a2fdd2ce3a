package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.NeedsEtcd;

/** An etcd for all tests of a class, and a server of its own for each test, which follows a flag there. */
@NeedsEtcd
@Timeout(60)
abstract class WithEtcdScene {
    static Etcd etcd;

    @TempDir
    Path folder;

    EtcdScene scene;

    @BeforeAll
    static void startEtcd() {
        etcd = Etcd.start();
    }

    @AfterAll
    static void stopEtcd() {
        etcd.close();
    }

    @BeforeEach
    final void newScene() {
        scene = new EtcdScene(etcd, folder);
    }

    @AfterEach
    final void nothingEscaped() {
        scene.close();
        assertThat(scene.alarms.dropped()).isEmpty();
        assertThat(scene.server.timer.dropped()).isEmpty();
    }
}

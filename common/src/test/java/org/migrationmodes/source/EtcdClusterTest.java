package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.source.EtcdScene.CLOSED;
import static org.migrationmodes.source.EtcdScene.NORMAL;
import static org.migrationmodes.source.EtcdScene.awaits;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.EtcdCluster;
import org.migrationmodes.testing.NeedsEtcd;

/** The flag in an etcd of three members. */
@NeedsEtcd
@Timeout(120)
class EtcdClusterTest {
    private static EtcdCluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startEtcd() {
        cluster = EtcdCluster.start(3);
    }

    @AfterAll
    static void stopEtcd() {
        cluster.close();
    }

    private static List<Etcd> others(Etcd one) {
        return cluster.members().stream().filter(member -> !member.equals(one)).toList();
    }

    @Test
    void aLeaderThatDiesIsSurvived() {
        Etcd leader = cluster.leader();
        List<Etcd> others = others(leader);
        try (EtcdScene scene = new EtcdScene(others.get(0), folder)) {
            scene.put(CLOSED);
            scene.follow(leader.url(), others.get(0).url(), others.get(1).url());
            scene.start();
            leader.kill();
            cluster.leader();
            assertThat(scene.mode()).isEqualTo(Mode.CLOSED);
            scene.put(NORMAL);
            awaits("open").until(() -> scene.mode() == Mode.NORMAL);
            scene.put(CLOSED.replace("5", "7"));
            awaits("frozen again").until(() -> scene.mode() == Mode.CLOSED);
        } finally {
            leader.restart();
        }
    }

    @Test
    void aMemberThatIsCutOffFromTheOthersIsNotBelieved() {
        Etcd member = cluster.leader();
        List<Etcd> others = others(member);
        try (EtcdScene scene = new EtcdScene(member, folder)) {
            scene.freeze();
            others.forEach(Etcd::freeze);
            awaits("noticed").until(() -> scene.status().state() == SourceStatus.State.INTERRUPTED);

            assertThat(scene.mode()).isEqualTo(Mode.CLOSED);
            assertThat(scene.log())
                    .first()
                    .asString()
                    .endsWith("{etcd}: etcdserver: no leader; the last good document stays in force");
            others.forEach(Etcd::thaw);
            cluster.leader();
            scene.put(NORMAL);
            awaits("open").until(() -> scene.mode() == Mode.NORMAL);
        } finally {
            others.forEach(Etcd::thaw);
        }
    }
}

package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@NeedsEtcd
class EtcdTest {
    @Test
    void keepsItsDataWhenItIsKilled() {
        try (Etcd etcd = Etcd.start()) {
            etcd.put("/key", "value");
            String url = etcd.url();
            etcd.kill();
            etcd.restart();

            assertThat(etcd.url()).isEqualTo(url);
            assertThat(etcd.ctl("get", "/key", "--print-value-only")).isEqualTo("value\n");
        }
    }

    @Test
    void aClusterHasOneLeader() {
        try (EtcdCluster cluster = EtcdCluster.start(3)) {
            Etcd leader = cluster.leader();
            leader.put("/key", "value");

            assertThat(cluster.members()).hasSize(3).contains(leader);
            assertThat(cluster.members())
                    .allMatch(member -> member.ctl("get", "/key").contains("value"));
        }
    }
}

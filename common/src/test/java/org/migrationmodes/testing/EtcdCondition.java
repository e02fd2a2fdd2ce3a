package org.migrationmodes.testing;

/** Decides for {@link NeedsEtcd}. */
final class EtcdCondition extends ProgramCondition {
    EtcdCondition() {
        super("etcd is missing: apt-get install etcd-server etcd-client curl jq", Etcd::available);
    }
}

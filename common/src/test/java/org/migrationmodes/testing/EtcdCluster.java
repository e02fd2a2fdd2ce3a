package org.migrationmodes.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Several members of one etcd cluster. */
public final class EtcdCluster implements AutoCloseable {
    // A dead leader is missed sooner than by default.
    private static final List<String> QUICK = List.of("--heartbeat-interval", "50", "--election-timeout", "500");

    private final List<Etcd> members = new ArrayList<>();

    private EtcdCluster(int size) {
        List<Integer> ports = Ports.free(2 * size);
        String cluster = IntStream.range(0, size)
                .mapToObj(i -> "m" + i + "=http://127.0.0.1:" + ports.get(2 * i + 1))
                .collect(Collectors.joining(","));
        for (int i = 0; i < size; i++) {
            members.add(new Etcd(
                    new Etcd.Setup("m" + i, ports.get(2 * i), ports.get(2 * i + 1), cluster, QUICK, List.of())));
        }
    }

    /** Starts it, and waits until all members are ready. */
    public static EtcdCluster start(int size) {
        EtcdCluster cluster = new EtcdCluster(size);
        try {
            cluster.members.forEach(Etcd::launch);
            cluster.members.forEach(Etcd::awaitReady);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    public List<Etcd> members() {
        return List.copyOf(members);
    }

    /** The member that leads the others; waits until there is one. */
    public Etcd leader() {
        return Awaitility.await("a leader")
                .ignoreExceptions()
                .until(
                        () -> members.stream()
                                .filter(member -> member.isRunning() && leads(member))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean leads(Etcd member) {
        return member.ctl("endpoint", "status", "--write-out", "fields")
                        .lines()
                        .filter(line -> line.startsWith("\"MemberID\"") || line.startsWith("\"Leader\""))
                        .map(line -> line.split(" : ", 2)[1])
                        .distinct()
                        .count()
                == 1;
    }

    @Override
    public void close() {
        members.forEach(Etcd::close);
    }
}

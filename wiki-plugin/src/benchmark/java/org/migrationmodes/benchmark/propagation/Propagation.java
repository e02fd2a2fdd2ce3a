package org.migrationmodes.benchmark.propagation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.source.SystemTimer;
import org.migrationmodes.source.Timer;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.FlagServer;

/** How long it takes from a change of the flag until the servers obey it. */
public final class Propagation implements Benchmark {
    private static final int WARM_UP = 20;
    private static final int FILE_ROUNDS = 200;
    private static final int HTTP_ROUNDS = 12;
    private static final int ETCD_ROUNDS = 60;

    private final Random random = new Random(1);
    private final Timer timer = new SystemTimer("propagation");
    private long epoch;

    /** Makes a change, and returns when it is made. */
    private interface Change {
        void to(String flag) throws IOException, InterruptedException;
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("propagation");
        List<String> rows = new ArrayList<>();
        rows.add(file(folder));
        for (int size : List.of(1, 50, 500)) {
            rows.add(etcd(folder, size));
        }
        rows.add(http(folder, 50));
        String table = """
                Measured on %s: %s.

                | source | servers in one JVM | changes heard | p50, ms | p90 | p99 | greatest |
                |---|---|---|---|---|---|---|
                """.formatted(LocalDate.now(ZoneId.systemDefault()), Report.machine()) + String.join("", rows);
        report.write("propagation", table);
        System.out.println(table);
    }

    private String file(Path folder) throws IOException, InterruptedException {
        try (Fleet fleet = new Fleet(folder, 1, flag("normal"))) {
            Path file = fleet.files().get(0);
            Path other = folder.resolve("edited.json");
            return row("file, edited by renaming over", 1, measure(fleet, FILE_ROUNDS, 200, flag -> {
                Files.writeString(other, flag);
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            }));
        }
    }

    private String http(Path folder, int size) throws IOException, InterruptedException {
        try (FlagServer website = new FlagServer()) {
            website.serve(flag("normal"));
            try (Fleet fleet = new Fleet(folder, size, "{\"remote\": \"" + website.url() + "\"}")) {
                return row("website, asked every 15 s", size, measure(fleet, HTTP_ROUNDS, 15_000, website::serve));
            }
        }
    }

    private String etcd(Path folder, int size) throws IOException, InterruptedException {
        try (Etcd etcd = Etcd.start()) {
            etcd.put("/migration-modes/flag", flag("normal"));
            String configuration = "{\"etcd\": {\"endpoints\": \"" + etcd.url() + "\"}}";
            try (Fleet fleet = new Fleet(folder, size, configuration);
                    EtcdPut put = new EtcdPut(etcd.url())) {
                return row("etcd", size, measure(fleet, ETCD_ROUNDS, 200, put::flag));
            }
        }
    }

    private List<Long> measure(Fleet fleet, int rounds, int pauseMillis, Change change)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        int warmUp = pauseMillis > 1000 ? 1 : WARM_UP;
        for (int round = -warmUp; round < rounds; round++) {
            String flag = flag(round % 2 == 0 ? "read-only" : "announced");
            fleet.await(epoch);
            long begin = after(Duration.ofMillis(random.nextInt(pauseMillis)), change, flag);
            List<Long> heard = fleet.since(begin);
            if (round >= 0) {
                nanos.addAll(heard);
            }
        }
        return nanos;
    }

    /** Makes a change when it is time, and says when that was. */
    private long after(Duration delay, Change change, String flag) {
        CompletableFuture<Long> begun = new CompletableFuture<>();
        timer.after(delay, () -> {
            try {
                long begin = System.nanoTime();
                change.to(flag);
                begun.complete(begin);
            } catch (IOException | InterruptedException | RuntimeException e) {
                begun.completeExceptionally(e);
            }
        });
        return begun.join();
    }

    private String flag(String mode) {
        epoch++;
        return "{\"epoch\": " + epoch + ", \"announcement\": \"https://www.example.org/\", \"services\": {\"wiki\": \""
                + mode + "\"}}";
    }

    private static String row(String source, int size, List<Long> nanos) {
        String row = "| " + source + " | " + size + " | " + new Distribution(nanos).cells() + " |\n";
        System.out.print(row);
        return row;
    }
}

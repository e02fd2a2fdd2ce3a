package org.migrationmodes.benchmark.propagation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.source.FlagClient;
import org.migrationmodes.source.Timers;

/** Many clients in one JVM, each with its own file, threads and connections, and when each of them heard the last flag. */
final class Fleet implements AutoCloseable {
    // Some thousand lines that say that all is well; held here, since the logging keeps no logger alive.
    private static final Logger LOG = Logger.getLogger("org.migrationmodes");

    static {
        LOG.setLevel(Level.SEVERE);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<FlagClient> clients = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final int size;
    private volatile Round round = new Round(-1, new AtomicLongArray(0), new CountDownLatch(0));

    /** Who hears one epoch when; 0 for those who have not. */
    private record Round(long epoch, AtomicLongArray heard, CountDownLatch missing) {}

    /** Nothing is kept on disk: a thousand files on one disk is what no fleet has. */
    Fleet(Path folder, int size, String configuration) throws IOException {
        this.size = size;
        for (int i = 0; i < size; i++) {
            int server = i;
            Path file = folder.resolve("migration-" + i + ".json");
            Files.writeString(file, configuration);
            files.add(file);
            clients.add(FlagClient.start(
                    new FlagClient.Setup(
                            "wiki",
                            List.of(file),
                            null,
                            "wiki",
                            settings -> () -> {},
                            () -> true,
                            flag -> hear(server, flag)),
                    Timers.system("benchmark-" + i)));
        }
    }

    private void hear(int server, Flag flag) {
        Round now = round;
        Long epoch = flag.epoch();
        if (epoch != null && epoch == now.epoch() && now.heard().compareAndSet(server, 0, System.nanoTime())) {
            now.missing().countDown();
        }
    }

    List<Path> files() {
        return files;
    }

    /** From now on it is measured who hears this epoch when. */
    void await(long epoch) {
        round = new Round(epoch, new AtomicLongArray(size), new CountDownLatch(size));
    }

    /** Waits until all have heard it, and says how long after a moment each did. */
    List<Long> since(long nanoTime) throws InterruptedException {
        Round now = round;
        if (!now.missing().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(now.missing().getCount() + " servers did not hear of epoch " + now.epoch());
        }
        return IntStream.range(0, size)
                .mapToObj(server -> now.heard().get(server) - nanoTime)
                .toList();
    }

    @Override
    public void close() {
        clients.parallelStream().forEach(FlagClient::close);
    }
}

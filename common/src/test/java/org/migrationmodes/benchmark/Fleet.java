package org.migrationmodes.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.logging.Level;
import java.util.logging.Logger;
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
    private final AtomicLong awaited = new AtomicLong(-1);
    private final AtomicLongArray heard;

    /** Nothing is kept on disk: a thousand files on one disk is what no fleet has. */
    Fleet(Path folder, int size, String configuration) throws IOException {
        heard = new AtomicLongArray(size);
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
        Long epoch = flag.epoch();
        if (epoch != null && epoch == awaited.get()) {
            heard.compareAndSet(server, 0, System.nanoTime());
        }
    }

    /** Lets them do what they do. */
    void goOn(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    List<Path> files() {
        return files;
    }

    /** From now on it is measured who hears this epoch when. */
    void await(long epoch) {
        for (int i = 0; i < heard.length(); i++) {
            heard.set(i, 0);
        }
        awaited.set(epoch);
    }

    /** Waits until all have heard it, and says how long after a moment each did. */
    List<Long> since(long nanoTime) throws InterruptedException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < heard.length(); i++) {
            while (heard.get(i) == 0) {
                if (System.nanoTime() - nanoTime > PATIENCE.toNanos()) {
                    throw new IllegalStateException("server " + i + " did not hear of epoch " + awaited.get());
                }
                Thread.sleep(1);
            }
            nanos.add(heard.get(i) - nanoTime);
        }
        return nanos;
    }

    @Override
    public void close() {
        clients.parallelStream().forEach(FlagClient::close);
    }
}

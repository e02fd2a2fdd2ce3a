package org.migrationmodes.benchmark.propagation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.migrationmodes.source.FlagClient;
import org.migrationmodes.source.SystemTimer;
import org.migrationmodes.source.Timer;
import org.migrationmodes.source.Timers;

/** A plugin's client, whose looks at the website are due whenever we say, on our thread. */
final class Plugin implements Look, AutoCloseable {
    private final Due due = new Due();
    private final FlagClient client;

    Plugin(Path folder, String remote) throws IOException {
        Path file = folder.resolve("plugin.json");
        Files.writeString(file, "{\"remote\": \"" + remote + "\"}");
        FlagClient.Setup setup =
                new FlagClient.Setup("wiki", List.of(file), null, "wiki", settings -> () -> {}, () -> true, flag -> {});
        client = FlagClient.start(
                setup,
                new Timers(
                        new SystemTimer("poll-file"),
                        due,
                        new SystemTimer("poll-fleet"),
                        new SystemTimer("poll-disk"),
                        new SystemTimer("poll-alarm")));
    }

    @Override
    public void once() {
        due.run();
    }

    @Override
    public void close() {
        client.close();
    }

    /** Keeps the next look. */
    private static final class Due implements Timer {
        private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

        void run() {
            next.getAndSet(() -> {
                        throw new IllegalStateException("no look is due");
                    })
                    .run();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public Task after(Duration delay, Runnable task) {
            next.set(task);
            return () -> next.compareAndSet(task, () -> {});
        }

        @Override
        public void close() {
            // has no thread
        }
    }
}

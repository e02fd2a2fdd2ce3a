package org.migrationmodes.source;

import java.time.Duration;
import java.util.function.Consumer;

/** Looks at a file again and again, on a thread of its own, whatever is there. */
final class FilePoller implements AutoCloseable {
    // Two looks agree before a file is believed, and an edit must hold within a second.
    private static final Duration LOOK = Duration.ofMillis(250);

    private final FileSource file;
    private final Timer timer;
    private final Consumer<Reading> listener;
    private final Guard guard = new Guard();
    private volatile boolean closed;

    /** The listener hears every look, and may throw. */
    FilePoller(FileSource file, Timer timer, Consumer<Reading> listener) {
        this.file = file;
        this.timer = timer;
        this.listener = listener;
    }

    void begin() {
        timer.after(LOOK, this::look);
    }

    private void look() {
        if (guard.run("Looking at the configuration file", () -> listener.accept(file.look()))) {
            guard.forget();
        }
        if (!closed) {
            timer.after(LOOK, this::look);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

package org.migrationmodes.source;

import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Looks at a file again and again, on a thread of its own, whatever is there: when its folder is said to have changed, and
 * anyhow more than once a second.
 */
final class FilePoller implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(750);
    // Two looks agree before a file is believed: who writes it in pieces gets the time between them.
    private static final Duration SETTLE = Duration.ofMillis(40);

    private final FileSource file;
    private final Timer timer;
    private final Consumer<Reading> listener;
    private final FolderWatch watch;
    private final Guard guard = new Guard();
    private Timer.Task next = () -> {};
    private long turn;
    private boolean soon;
    private boolean closed;

    /**
     * @param listener hears every look, and may throw
     * @param system opens what tells of changes in folders
     */
    FilePoller(FileSource file, Timer timer, Consumer<Reading> listener, Callable<WatchService> system) {
        this.file = file;
        this.timer = timer;
        this.listener = listener;
        this.watch = new FolderWatch(system, this::wake);
    }

    synchronized void begin() {
        schedule(Duration.ZERO);
    }

    private synchronized void wake() {
        if (!soon && !closed) {
            schedule(SETTLE);
        }
    }

    private void look(long number) {
        synchronized (this) {
            if (number != turn) {
                // It had begun when another was asked for in its place.
                return;
            }
            soon = false;
        }
        try {
            if (guard.run("Looking at the configuration file", this::lookOnce)) {
                guard.forget();
            } else {
                file.forget();
            }
        } finally {
            again();
        }
    }

    private void lookOnce() {
        // Watched first, so that no change falls between the look and the watch.
        watch.cover(file.folders());
        listener.accept(file.look());
    }

    private synchronized void again() {
        if (!soon && !closed) {
            schedule(file.isSettled() ? LOOK : SETTLE);
        }
    }

    private void schedule(Duration delay) {
        soon = delay.equals(SETTLE);
        long number = ++turn;
        Timer.Task before = next;
        next = timer.after(delay, () -> look(number));
        before.cancel();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            next.cancel();
        }
        watch.close();
    }
}

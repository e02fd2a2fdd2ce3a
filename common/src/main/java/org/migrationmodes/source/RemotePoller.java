package org.migrationmodes.source;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the published flag again and again, on a thread of its own, whatever comes back. */
final class RemotePoller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(3);
    private static final double JITTER = 0.1;

    private final System.Logger log = System.getLogger(RemotePoller.class.getName());
    private final Timer timer;
    private final Timer deadlines;
    private final Function<String, @Nullable String> validators;
    private final Consumer<Reading> listener;
    private @Nullable RemoteSettings settings;
    private @Nullable HttpSource source;
    private Timer.Task next = () -> {};
    private boolean closed;

    /**
     * @param validators gives what to ask a URL with
     * @param listener hears every reading; must not throw
     */
    RemotePoller(
            Timer timer, Timer deadlines, Function<String, @Nullable String> validators, Consumer<Reading> listener) {
        this.timer = timer;
        this.deadlines = deadlines;
        this.validators = validators;
        this.listener = listener;
    }

    /** Begins, goes on or ends as the settings say. */
    synchronized void follow(@Nullable RemoteSettings wanted) {
        if (closed || Objects.equals(wanted, settings)) {
            return;
        }
        stop();
        settings = wanted;
        if (wanted != null) {
            source = new HttpSource(wanted, deadlines);
            next = timer.after(Duration.ZERO, this::poll);
        }
    }

    /** Asks at once, on the caller's thread, and no longer than a start may take. */
    void pollBeforeStart() {
        HttpSource asked = source();
        if (asked != null) {
            listener.accept(asked.poll(validators.apply(asked.url()), PATIENCE_AT_START));
        }
    }

    private void poll() {
        HttpSource asked = source();
        if (asked == null) {
            return;
        }
        try {
            Reading reading = asked.poll(validators.apply(asked.url()), PATIENCE);
            if (asked == source()) {
                listener.accept(reading);
            }
        } catch (RuntimeException | Error e) {
            log.log(System.Logger.Level.ERROR, "Asking " + asked.url() + " failed; it goes on", e);
        } finally {
            again(asked);
        }
    }

    private synchronized void again(HttpSource asked) {
        if (asked == source && settings != null) {
            double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
            next = timer.after(Duration.ofNanos((long) (settings.interval().toNanos() * factor)), this::poll);
        }
    }

    private synchronized @Nullable HttpSource source() {
        return source;
    }

    private void stop() {
        next.cancel();
        if (source != null) {
            source.close();
            source = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
        settings = null;
    }
}

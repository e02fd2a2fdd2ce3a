package org.migrationmodes.source;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Asks a website again and again, on a thread of its own, whatever comes back. */
final class HttpPoller implements RemoteSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double JITTER = 0.1;

    private final System.Logger log = System.getLogger(HttpPoller.class.getName());
    private final RemoteSettings settings;
    private final Timer timer;
    private final Follower follower;
    private final HttpSource source;
    private Timer.Task next = () -> {};
    private boolean closed;

    HttpPoller(RemoteSettings settings, Timers timers, Follower follower) {
        this.settings = settings;
        this.timer = timers.remote();
        this.follower = follower;
        this.source = new HttpSource(settings, timers.alarms());
    }

    @Override
    public void ask(Duration patience) {
        follower.heard(source.poll(follower.validator(), patience));
    }

    @Override
    public void begin() {
        after(Duration.ZERO);
    }

    private void poll() {
        try {
            ask(PATIENCE);
        } catch (RuntimeException | Error e) {
            log.log(System.Logger.Level.ERROR, "Asking " + settings.origin() + " failed; it goes on", e);
        } finally {
            double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
            after(Duration.ofNanos((long) (settings.interval().toNanos() * factor)));
        }
    }

    private synchronized void after(Duration delay) {
        if (!closed) {
            next = timer.after(delay, this::poll);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            next.cancel();
        }
        source.close();
    }
}

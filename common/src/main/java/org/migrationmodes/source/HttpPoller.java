package org.migrationmodes.source;

import java.time.Duration;
import java.util.Random;
import okhttp3.Dns;

/** Asks a website again and again, on a thread of its own, whatever comes back. */
final class HttpPoller implements RemoteSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final System.Logger log = System.getLogger(HttpPoller.class.getName());
    private final RemoteSettings settings;
    private final Timer timer;
    private final Follower follower;
    private final HttpSource source;
    private final Pace pace;
    private final Guard guard = new Guard();
    private final String asking;
    private volatile Duration pause;
    private Timer.Task next = () -> {};
    private boolean closed;

    HttpPoller(RemoteSettings settings, Timers timers, Follower follower, Dns dns) {
        this.settings = settings;
        this.timer = timers.remote();
        this.follower = follower;
        this.source = new HttpSource(settings, timers.alarms(), dns, follower::dated);
        this.pace = new Pace(settings.interval(), new Random());
        this.pause = settings.interval();
        this.asking = "Asking " + settings.origin();
    }

    @Override
    public void ask(Duration patience) {
        HttpAnswer answer = source.poll(pace.isAnew() ? null : follower.validator(), patience);
        pause = pace.after(answer);
        follower.heard(answer.reading());
    }

    @Override
    public void begin() {
        String frozen = NameCache.warning(settings.url().getHost());
        if (frozen != null) {
            log.log(System.Logger.Level.WARNING, "{0}: {1}", settings.origin(), frozen);
        }
        after(Duration.ZERO);
    }

    private void poll() {
        try {
            if (guard.run(asking, () -> ask(PATIENCE))) {
                guard.forget();
            }
        } finally {
            after(pause);
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

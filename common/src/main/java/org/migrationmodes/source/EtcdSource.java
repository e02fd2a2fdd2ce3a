package org.migrationmodes.source;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.JsonText;

/**
 * A flag in etcd: read, then watched from the revision of the reading on, again and again and whatever comes back.
 *
 * <pre>
 * read ─→ watch ─(half a minute is over)─→ read
 *   └───────┴──(failed)─→ next endpoint ─→ read
 * </pre>
 */
final class EtcdSource implements RemoteSource {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // What comes over a connection that is dead at its other end looks like no news.
    private static final Duration RENEWAL = Duration.ofSeconds(30);
    // One that is cut sooner is as good as none, although it was confirmed.
    private static final Duration LIVED = Duration.ofSeconds(2);
    private static final double JITTER = 0.1;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final System.Logger log = System.getLogger(EtcdSource.class.getName());
    private final EtcdSettings settings;
    private final Timer timer;
    private final Follower follower;
    private final EtcdGateway gateway;
    private final EtcdEndpoints endpoints;
    private final EtcdRegistration registration;
    private final Guard guard = new Guard();
    private int silent;
    private int unwatched;
    private boolean well;
    private @Nullable Duration confirmed;
    private Timer.Task next = () -> {};
    private boolean closed;

    EtcdSource(EtcdSettings settings, Timers timers, Follower follower) {
        this.settings = settings;
        this.timer = timers.remote();
        this.follower = follower;
        this.gateway = new EtcdGateway(settings, timers.alarms(), follower::dated);
        this.endpoints = new EtcdEndpoints(settings.endpoints(), LONGEST_PAUSE);
        this.registration = new EtcdRegistration(settings, timers, follower, gateway::renew);
    }

    @Override
    public void ask(Duration patience) {
        // Each endpoint has its part of the time, so that a dead one leaves some for the next.
        for (int i = 0; i < endpoints.size(); i++) {
            if (read(patience.dividedBy(endpoints.size())) != null) {
                return;
            }
            endpoints.failed();
        }
    }

    @Override
    public void begin() {
        settings.endpoints().stream()
                .map(URI::getHost)
                .distinct()
                .map(NameCache::warning)
                .filter(Objects::nonNull)
                .forEach(frozen -> log.log(System.Logger.Level.WARNING, "{0}: {1}", settings.origin(), frozen));
        after(Duration.ZERO);
        registration.begin();
    }

    private void turn() {
        well = false;
        try {
            if (guard.run("Following " + settings.origin(), this::look)) {
                guard.forget();
            }
        } finally {
            after(well ? Duration.ZERO : endpoints.failed());
        }
    }

    private void look() {
        EtcdGateway.Kept kept = read(PATIENCE);
        well = kept != null && watch(kept.revision() + 1);
    }

    private EtcdGateway.@Nullable Kept read(Duration patience) {
        URI endpoint = endpoints.current();
        try {
            EtcdGateway.Kept kept = gateway.range(endpoint, settings.flagKey(), patience);
            silent = 0;
            hear(kept.value());
            return kept;
        } catch (EtcdFailure e) {
            silent++;
            // One that does not answer is no news as long as another one may.
            if (silent % endpoints.size() == 0 && !isClosed()) {
                tell(unavailable(e.getMessage()));
            }
            return null;
        }
    }

    /** Whether it ended well. */
    private boolean watch(long from) {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        Duration time = Duration.ofNanos((long) (RENEWAL.toNanos() * factor));
        confirmed = null;
        try {
            gateway.watch(endpoints.current(), settings.flagKey(), from, PATIENCE, time, this::confirm, this::hear);
            watched();
            return true;
        } catch (EtcdFailure e) {
            Duration begin = confirmed;
            if (begin != null && timer.elapsed().minus(begin).compareTo(LIVED) >= 0) {
                watched();
            }
            unwatched++;
            boolean news = unwatched == endpoints.size() + 1 && !isClosed();
            log.log(
                    news ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                    "{0}: {1}; without a watch, a change holds within a minute and not at once",
                    settings.origin(),
                    e.getMessage());
            return false;
        }
    }

    private void confirm() {
        confirmed = timer.elapsed();
    }

    private void watched() {
        unwatched = 0;
        endpoints.succeeded();
    }

    private void hear(@Nullable ByteString value) {
        String key = settings.flagKey();
        if (value == null) {
            tell(unavailable("no flag at " + key + "; put one with: etcdctl put " + key + " < migration.json"));
            return;
        }
        try {
            tell(new Reading.Changed(settings.origin(), JsonText.decode(value.toByteArray()), null));
        } catch (InvalidDocument e) {
            tell(unavailable(e.getMessage()));
        }
    }

    private void tell(Reading reading) {
        follower.heard(reading);
        registration.changed();
    }

    private Reading unavailable(String reason) {
        return new Reading.Unavailable(settings.origin() + ": " + reason);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void after(Duration delay) {
        if (!closed) {
            next = timer.after(delay, this::turn);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            next.cancel();
        }
        gateway.close();
        registration.close();
    }
}

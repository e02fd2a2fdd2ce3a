package org.migrationmodes.source;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this server in the list of the fleet, with what it believes, for as long as it runs and etcd hears of it. It has
 * connections of its own, and its failures change nothing but the list. All work is done on the fleet's thread.
 */
final class EtcdRegistration implements AutoCloseable {
    private static final Duration LIFE = Duration.ofSeconds(15);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SPREAD = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private final System.Logger log = System.getLogger(EtcdRegistration.class.getName());
    private final EtcdSettings settings;
    private final Timer timer;
    private final Follower follower;
    private final Runnable doubt;
    private final EtcdGateway gateway;
    private final EtcdEndpoints endpoints;
    private final AtomicBoolean changed = new AtomicBoolean();
    private @Nullable String instance;
    private @Nullable EtcdEntry written;
    private final Guard guard = new Guard();
    private Duration pause = LOOK;
    private long lease;
    private Duration kept = Duration.ZERO;
    private @Nullable String trouble;
    private volatile boolean closed;

    /** @param doubt told when an endpoint does not answer: those who wait for it to speak may wait in vain */
    EtcdRegistration(EtcdSettings settings, Timers timers, Follower follower, Runnable doubt) {
        this.settings = settings;
        this.timer = timers.fleet();
        this.follower = follower;
        this.doubt = doubt;
        this.gateway = new EtcdGateway(settings, timers.alarms(), there -> {});
        this.endpoints = new EtcdEndpoints(settings.endpoints(), LONGEST_PAUSE);
    }

    void begin() {
        timer.after(Duration.ZERO, this::turn);
    }

    /** There may be something new to say. Never blocks. */
    void changed() {
        if (!changed.getAndSet(true)) {
            // A flag is heard by all servers at once, and some may have to hear it yet.
            timer.after(Duration.ofMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis())), this::say);
        }
    }

    private void turn() {
        pause = LOOK;
        try {
            if (guard.run("Registering in etcd", this::look)) {
                guard.forget();
            }
        } finally {
            if (!closed) {
                timer.after(pause, this::turn);
            }
        }
    }

    private void look() {
        try {
            keep(endpoints.current());
            endpoints.succeeded();
            listed();
        } catch (EtcdFailure e) {
            pause = failed(e);
        }
    }

    private void say() {
        changed.set(false);
        if (lease != 0 && trouble == null && !closed) {
            guard.run("Registering in etcd", () -> {
                try {
                    write(endpoints.current());
                } catch (EtcdFailure e) {
                    // The next turn will say why.
                    written = null;
                }
            });
        }
    }

    private void keep(URI endpoint) throws EtcdFailure {
        if (timer.elapsed().minus(kept).compareTo(KEEP_ALIVE) >= 0) {
            EtcdEntry there = written;
            if (lease != 0 && !gateway.keepAlive(endpoint, lease, PATIENCE)) {
                lease = 0;
            } else if (lease != 0 && there != null && !gateway.has(endpoint, there.key(), PATIENCE)) {
                // Somebody deleted more than the own keys.
                written = null;
            }
            kept = timer.elapsed();
        }
        if (lease == 0) {
            written = null;
            lease = gateway.grant(endpoint, LIFE, PATIENCE);
        }
        write(endpoint);
    }

    private void write(URI endpoint) throws EtcdFailure {
        String name = instance;
        if (name == null) {
            name = EtcdEntry.instance();
            instance = name;
        }
        EtcdEntry entry = EtcdEntry.of(follower.belief(), settings.serversPrefix(), name);
        EtcdEntry there = written;
        if (entry.equals(there)) {
            return;
        }
        if (there != null && !there.key().equals(entry.key())) {
            // Service or site was changed in the configuration file.
            gateway.revoke(endpoint, lease, PATIENCE);
            lease = 0;
            written = null;
            lease = gateway.grant(endpoint, LIFE, PATIENCE);
        }
        gateway.put(endpoint, entry.key(), entry.value(), lease, PATIENCE);
        written = entry;
    }

    private Duration failed(EtcdFailure e) {
        if (e.says("requested lease not found")) {
            lease = 0;
        }
        if (!e.isRefused() && !closed) {
            doubt.run();
        }
        Duration pause = endpoints.failed();
        if (!pause.isZero() && !closed && !e.getMessage().equals(trouble)) {
            trouble = e.getMessage();
            log.log(
                    System.Logger.Level.WARNING,
                    "{0}: this server is not in the list of the fleet at {1}: {2}",
                    settings.origin(),
                    settings.serversPrefix(),
                    trouble);
        }
        return pause;
    }

    private void listed() {
        if (trouble != null) {
            trouble = null;
            log.log(System.Logger.Level.INFO, "{0}: this server is in the list of the fleet again", settings.origin());
        }
    }

    /** Takes the server off the list, unless that takes more than a moment; then it vanishes with its lease. */
    @Override
    public void close() {
        closed = true;
        gateway.interrupt();
        CountDownLatch gone = new CountDownLatch(1);
        timer.after(Duration.ZERO, () -> {
            leave();
            gone.countDown();
        });
        try {
            gone.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
    }

    private void leave() {
        if (lease != 0 && trouble == null) {
            try {
                gateway.revoke(endpoints.current(), lease, FAREWELL);
            } catch (EtcdFailure e) {
                log.log(System.Logger.Level.DEBUG, "The list of the fleet keeps this server for a while", e);
            }
        }
    }
}

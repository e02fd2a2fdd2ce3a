package org.migrationmodes.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Schedule;

/**
 * Works out what holds now, tells it, and does so again at the moment at which a schedule changes it. Not thread-safe: the
 * alarm comes by {@code ring}, under whatever lock that takes.
 */
final class Ruling {
    private final System.Logger log = System.getLogger(Ruling.class.getName());
    private final FlagKeeper<Configuration> local;
    private final FlagKeeper<Published> remote;
    private final InForce inForce;
    private final TrustedClock clock;
    private final Timer alarms;
    private final Consumer<Flag> listener;
    private final Runnable ring;
    private Timer.Task alarm = () -> {};
    private volatile Schedule schedule = Schedule.NORMAL;

    /**
     * @param listener told of a flag before it is in force
     * @param ring must lead to {@link #refresh}
     */
    Ruling(
            FlagKeeper<Configuration> local,
            FlagKeeper<Published> remote,
            InForce inForce,
            TrustedClock clock,
            Timer alarms,
            Consumer<Flag> listener,
            Runnable ring) {
        this.local = local;
        this.remote = remote;
        this.inForce = inForce;
        this.clock = clock;
        this.alarms = alarms;
        this.listener = listener;
        this.ring = ring;
    }

    /** The modes over time, by the document that rules. Thread-safe. */
    Schedule schedule() {
        return schedule;
    }

    /** Throws what the listener throws: then it is told again at the next turn. */
    void refresh() {
        Moment now = clock.now();
        FlagResolver.Resolved resolved = FlagResolver.resolve(local, remote, inForce, now);
        schedule = resolved.schedule().orElse(Schedule.NORMAL);
        arm(now, resolved.schedule());
        Flag before = inForce.flag();
        Flag flag = inForce.withTrueBegin(resolved.flag());
        if (flag.equals(before)) {
            inForce.put(before, resolved.bySource());
            return;
        }
        listener.accept(flag);
        inForce.put(flag, resolved.bySource());
        if (flag.mode() != before.mode()) {
            log.log(
                    System.Logger.Level.INFO,
                    "{0}: from {1} to {2}; source: {3}; why: {4}",
                    flag.service(),
                    before.mode().word(),
                    flag.mode().word(),
                    resolved.source(),
                    resolved.why());
        }
    }

    /** Anew at each turn: the alarm runs evenly, and a clock may have been set. */
    private void arm(Moment now, Optional<Schedule> schedule) {
        alarm.cancel();
        Optional<Duration> change = schedule.flatMap(now::untilChange);
        if (change.isPresent()) {
            alarm = alarms.after(change.get(), ring);
        }
        if (schedule.isPresent() && now.agreesOn(schedule.get())) {
            clock.followSmallStep(now);
        }
    }
}

package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock, beside one that goes on evenly from the last time at which the machine's was believed. A clock that
 * is set, by hand, by a repaired time service or by a restored snapshot, thereby opens nothing before its time. Not
 * thread-safe.
 */
final class TrustedClock {
    /** Up to here two clocks are taken to show the same. */
    static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final System.Logger log = System.getLogger(TrustedClock.class.getName());
    private final Timer timer;
    private Instant believed;
    private Duration believedAt;
    private boolean set;
    private @Nullable Duration skew;

    TrustedClock(Timer timer) {
        this.timer = timer;
        this.believed = timer.now();
        this.believedAt = timer.elapsed();
    }

    /** Begins no earlier than what was seen before a restart. */
    void startNotBefore(@Nullable Instant seen) {
        if (seen != null && seen.isAfter(believed)) {
            believed = seen;
        }
    }

    Moment now() {
        Moment now = new Moment(timer.now(), believed.plus(timer.elapsed().minus(believedAt)));
        boolean differs = isFar(step(now));
        if (differs && !set) {
            log.log(System.Logger.Level.WARNING, "{0}", told(now));
        }
        set = differs;
        return now;
    }

    /** Somebody who should know has spoken: the machine's clock is right from now on, unless another one disputes it. */
    void believe() {
        if (skew != null) {
            return;
        }
        believed = timer.now();
        believedAt = timer.elapsed();
        if (set) {
            log.log(System.Logger.Level.INFO, "The machine''s clock is believed again, at {0}", believed);
        }
        set = false;
    }

    /** Follows a small step of the machine's clock where that opens nothing. */
    void followSmallStep(Moment now) {
        if (!isFar(step(now))) {
            believed = now.wall();
            believedAt = timer.elapsed();
        }
    }

    /** Takes what time it is elsewhere, where that is known. */
    void compare(Instant there) {
        Duration difference = Duration.between(there, timer.now());
        boolean far = isFar(difference);
        if (far && skew == null) {
            log.log(System.Logger.Level.WARNING, "{0}", told(difference));
        } else if (!far && skew != null) {
            log.log(System.Logger.Level.INFO, "The machine's clock agrees with the followed source's again");
        }
        skew = far ? difference : null;
        if (!far) {
            believe();
        }
    }

    /** There is nobody any more whose clock it could be held against. */
    void compareWithNobody() {
        skew = null;
    }

    /** What is odd about the clock, for the status; null if nothing is. */
    @Nullable
    String trouble() {
        Moment now = now();
        return set ? told(now) : skew != null ? told(skew) : null;
    }

    private static Duration step(Moment now) {
        return Duration.between(now.steady(), now.wall());
    }

    private static boolean isFar(Duration difference) {
        return difference.abs().compareTo(TOLERANCE) > 0;
    }

    private static String told(Moment now) {
        Duration step = step(now);
        return "the machine's clock was set " + (step.isNegative() ? "back" : "forward") + " by about "
                + inWords(step.abs())
                + "; no schedule opens this server because of that until the configuration file is edited, another flag is"
                + " accepted or the clock of the followed source agrees";
    }

    private static String told(Duration skew) {
        return "the machine's clock is " + (skew.isNegative() ? "behind" : "ahead of")
                + " the followed source's by about " + inWords(skew.abs()) + "; schedules go by the machine's";
    }

    private static String inWords(Duration duration) {
        if (duration.compareTo(Duration.ofHours(2)) >= 0) {
            return (duration.toMinutes() + 30) / 60 + " hours";
        }
        return duration.compareTo(Duration.ofMinutes(2)) >= 0
                ? (duration.toSeconds() + 30) / 60 + " minutes"
                : duration.toSeconds() + " seconds";
    }
}

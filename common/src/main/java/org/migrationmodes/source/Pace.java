package org.migrationmodes.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to ask a website next: at its interval, give or take a tenth, as long as it answers; later and later while it does
 * not; and not sooner than it wants. Thread-safe.
 */
final class Pace {
    // Every five minutes at the default interval, in case the website's validators lie.
    private static final int ANEW = 20;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 20;

    private final Duration interval;
    private final RandomGenerator random;
    private int failures;
    private int asked = 1;

    Pace(Duration interval, RandomGenerator random) {
        this.interval = interval;
        this.random = random;
    }

    /** Whether the next question is one for the whole document, whatever is known. */
    synchronized boolean isAnew() {
        return asked >= ANEW;
    }

    /** How long to wait after this answer. */
    synchronized Duration after(HttpAnswer answer) {
        boolean answered = !(answer.reading() instanceof Reading.Unavailable);
        asked = answered && isAnew() ? 1 : asked + 1;
        if (answered) {
            failures = 0;
            return share(interval, 1 + JITTER * (2 * random.nextDouble() - 1));
        }
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        Duration doubled = interval.multipliedBy(1L << failures);
        // Spread, so that servers that failed together do not come back together.
        Duration later = share(shorter(doubled, LONGEST), 0.5 + 0.5 * random.nextDouble());
        Duration least = share(interval, 1 + JITTER * random.nextDouble());
        return longer(longer(least, later), answer.pause());
    }

    private static Duration share(Duration whole, double part) {
        return Duration.ofNanos((long) (whole.toNanos() * part));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

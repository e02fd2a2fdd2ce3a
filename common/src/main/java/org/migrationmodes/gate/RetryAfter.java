package org.migrationmodes.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.migrationmodes.flag.Flag;

/** When to come back (RFC 9110, section 10.2.3): not all at the same moment. */
final class RetryAfter {
    /** Where no end is known, or it has passed. */
    static final Duration DEFAULT = Duration.ofMinutes(15);

    static final Duration SPREAD = Duration.ofMinutes(5);

    private final InstantSource clock;

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    long seconds(Flag flag) {
        Instant until = flag.until();
        Instant now = clock.instant();
        Duration wait = until != null && until.isAfter(now) ? Duration.between(now, until) : DEFAULT;
        return wait.toSeconds() + ThreadLocalRandom.current().nextLong(SPREAD.toSeconds());
    }
}

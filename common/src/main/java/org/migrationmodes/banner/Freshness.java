package org.migrationmodes.banner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How long a cache may take a page for the one that is due: never beyond the next change that is known of.
 *
 * @param clock says what time it is when the page goes out
 * @param most as long as this, if no change comes before; null for as long as the host says
 * @param change when another page is due; null if that is not known
 */
public record Freshness(
        InstantSource clock,
        @Nullable Duration most,
        @Nullable Instant change) {

    /** Some caches count a copy as fresh through the whole second in which it becomes stale. */
    private static final Duration LATE = Duration.ofSeconds(1);

    /**
     * For what nobody may keep.
     *
     * @param clock says what time it is
     * @return no time at all
     */
    public static Freshness never(InstantSource clock) {
        return new Freshness(clock, Duration.ZERO, null);
    }

    boolean isNever() {
        return most != null && most.isZero();
    }

    /**
     * The time from now on.
     *
     * @return in whole seconds, 0 or more
     */
    public long seconds() {
        long seconds = most == null ? Long.MAX_VALUE : most.toSeconds();
        if (change != null) {
            Duration left = Duration.between(clock.instant(), change).minus(LATE);
            seconds = Math.min(seconds, Math.max(0, left.toSeconds()));
        }
        return seconds;
    }

    /** A second from now, if it lasts as long. */
    Instant soon() {
        return clock.instant().plusSeconds(Math.min(1, seconds()));
    }

    /**
     * The end of it.
     *
     * @return {@link Instant#MAX} if it has none
     */
    public Instant last() {
        long seconds = seconds();
        return seconds == Long.MAX_VALUE ? Instant.MAX : clock.instant().plusSeconds(seconds);
    }
}

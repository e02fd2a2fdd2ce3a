package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2021-02-26T20:00:00.900Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aMinuteIsTheMost() {
        assertThat(new Freshness(() -> NOW, MINUTE, null).seconds()).isEqualTo(60);
        assertThat(new Freshness(() -> NOW, MINUTE, NOW.plusSeconds(3600)).seconds())
                .isEqualTo(60);
        assertThat(new Freshness(() -> NOW, MINUTE, null).last()).isEqualTo(NOW.plusSeconds(60));
    }

    /** nginx 1.22 takes a copy of 10.9 s with max-age=2 until 12.99 s, by whole seconds and with the last one. */
    @Test
    void aChangeEndsItAlsoForCachesThatAreASecondLate() {
        assertThat(new Freshness(() -> NOW, MINUTE, Instant.parse("2021-02-26T20:00:04Z")).seconds())
                .isEqualTo(2);
        assertThat(new Freshness(() -> NOW, null, Instant.parse("2021-02-26T21:00:00Z")).seconds())
                .isEqualTo(3598);
    }

    @Test
    void aChangeThatIsOverdueLeavesNothing() {
        for (long ago = -1; ago < 100; ago++) {
            assertThat(new Freshness(() -> NOW, null, NOW.minusSeconds(ago)).seconds())
                    .isZero();
        }
        assertThat(new Freshness(() -> NOW, null, NOW).last()).isEqualTo(NOW);
    }

    @Test
    void withoutEitherItIsTheHostsToSay() {
        assertThat(new Freshness(() -> NOW, null, null).seconds()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Freshness(() -> NOW, null, null).last()).isEqualTo(Instant.MAX);
    }
}

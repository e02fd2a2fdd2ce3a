package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final HttpAnswer GOOD = new HttpAnswer(new Reading.Confirmed());
    private static final HttpAnswer BAD = new HttpAnswer(new Reading.Unavailable("x"));
    private static final int DRAWS = 2000;

    /** The seconds waited after some failures, in many servers. */
    private static List<Double> seconds(Duration interval, int failures, HttpAnswer last) {
        Random random = new Random(1);
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> {
                    Pace pace = new Pace(interval, random);
                    for (int i = 1; i < failures; i++) {
                        pace.after(BAD);
                    }
                    return pace.after(last).toNanos() / 1e9;
                })
                .sorted()
                .toList();
    }

    @Test
    void anAnswerIsFollowedByTheIntervalGiveOrTakeATenth() {
        List<Double> seconds = seconds(Duration.ofSeconds(15), 0, GOOD);

        assertThat(seconds).allMatch(second -> second >= 13.5 && second <= 16.5);
        assertThat(seconds.get(0)).isLessThan(13.6);
        assertThat(seconds.get(DRAWS - 1)).isGreaterThan(16.4);
    }

    @ParameterizedTest
    @CsvSource({"1, 15, 30", "2, 30, 60", "3, 60, 120", "4, 120, 240", "5, 150, 300", "6, 150, 300", "1000, 150, 300"})
    void failuresAreFollowedByHalfToTheWholeOfPausesThatDoubleUpToFiveMinutes(int failures, double least, double most) {
        List<Double> seconds = seconds(Duration.ofSeconds(15), failures, BAD);

        assertThat(seconds).allMatch(second -> second >= least && second <= most);
        assertThat(seconds.get(0)).isLessThan(least * 1.1);
        assertThat(seconds.get(DRAWS - 1)).isGreaterThan(most * 0.95);
    }

    @Test
    void aFailureNeverShortensALongInterval() {
        for (int failures : new int[] {1, 2, 10, 1000}) {
            assertThat(seconds(Duration.ofHours(1), failures, BAD))
                    .allMatch(second -> second >= 3600 && second <= 3960);
        }
    }

    @Test
    void theFirstAnswerEndsTheLongPauses() {
        Pace pace = new Pace(Duration.ofSeconds(15), new Random(1));
        Stream.generate(() -> BAD).limit(10).forEach(pace::after);

        assertThat(pace.after(GOOD)).isLessThan(Duration.ofSeconds(17));
        assertThat(pace.after(BAD)).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aWebsiteThatWantsToBeLeftAloneIs() {
        HttpAnswer later = new HttpAnswer(BAD.reading(), Duration.ofMinutes(10));
        HttpAnswer soon = new HttpAnswer(BAD.reading(), Duration.ofSeconds(1));

        assertThat(seconds(Duration.ofSeconds(15), 1, later)).allMatch(second -> second == 600);
        assertThat(seconds(Duration.ofSeconds(15), 1, soon)).allMatch(second -> second >= 15);
    }

    @Test
    void theTwentiethQuestionIsForTheWholeAndStaysSoUntilItIsAnswered() {
        Pace pace = new Pace(Duration.ofSeconds(15), new Random(1));
        for (int i = 1; i < 20; i++) {
            assertThat(pace.isAnew()).isFalse();
            pace.after(i % 2 == 0 ? GOOD : BAD);
        }
        assertThat(pace.isAnew()).isTrue();
        pace.after(BAD);
        assertThat(pace.isAnew()).isTrue();
        pace.after(GOOD);
        assertThat(pace.isAnew()).isFalse();
    }
}

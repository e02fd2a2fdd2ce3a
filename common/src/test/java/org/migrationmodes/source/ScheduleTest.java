package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;

class ScheduleTest extends WithServer {
    private static final String EVENING = """
            {"announcement": "https://example.org/", "services": {"wiki": {"schedule": [
              {"at": "2021-02-26T14:00:00Z", "mode": "announced"},
              {"at": "2021-02-26T20:00:00.1Z", "mode": "read-only", "until": "2021-02-26T22:00:00Z"},
              {"at": "2021-02-26T22:00:00Z", "mode": "moved"}]}}}""";
    private static final Instant FREEZE = Instant.parse("2021-02-26T20:00:00.1Z");

    @Test
    void aChangeHappensAtItsTimeAndNotAtTheNextLook() {
        server.write(EVENING).start();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().current().next()).extracting(Phase::mode).isEqualTo(Mode.ANNOUNCED);

        server.timer.advance(Duration.between(server.timer.now(), FREEZE).minusNanos(1));
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);
        assertThat(server.client().current().since()).isEqualTo("2021-02-26T14:00:00Z");
        server.timer.advance(Duration.ofNanos(1));

        Flag frozen = server.client().current();
        assertThat(frozen.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(frozen.since()).isEqualTo(FREEZE);
        assertThat(frozen.until()).isEqualTo("2021-02-26T22:00:00Z");
        assertThat(frozen.next()).extracting(Phase::at).isEqualTo(Instant.parse("2021-02-26T22:00:00Z"));

        server.timer.advance(Duration.ofHours(3));
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
        assertThat(server.client().current().next()).isNull();
        assertThat(server.heard)
                .extracting(Flag::mode)
                .containsExactly(Mode.NORMAL, Mode.NORMAL, Mode.ANNOUNCED, Mode.READ_ONLY, Mode.MOVED);
    }

    @Test
    void aClockThatIsSetForwardIsObeyedWithinASecond() {
        server.write(EVENING).start();
        server.timer.set(FREEZE.plusSeconds(5));

        assertThat(server.second().mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aClockThatIsSetBackDelaysNoFreezeAndOpensNothing() {
        server.write(EVENING).start();
        server.timer.advance(Duration.between(server.timer.now(), FREEZE).minusSeconds(10));
        server.timer.set(FREEZE.minusSeconds(70));
        server.timer.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);
        server.timer.advance(Duration.ofNanos(1));
        assertThat(server.mode()).as("as if the clock had gone on").isEqualTo(Mode.READ_ONLY);

        server.timer.set(FREEZE.minusSeconds(70));
        server.timer.advance(Duration.ofMinutes(5));
        assertThat(server.mode()).as("set again").isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void anEditedScheduleForgetsTheOldAlarms() {
        server.write(EVENING)
                .start()
                .write(EVENING.replace("T20:00:00.1Z", "T21:00:00Z"))
                .second();
        server.timer.advance(Duration.between(server.timer.now(), FREEZE).plusMinutes(30));
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);

        server.timer.advance(Duration.ofMinutes(30));
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aChangeInAThousandYearsIsNoReasonNotToStart() {
        try (Timers timers = Timers.system("far-future")) {
            server.write("""
                    {"services": {"wiki": {"schedule": [
                      {"at": "2021-01-01T00:00:00Z", "mode": "read-only"},
                      {"at": "9999-12-31T23:59:59Z", "mode": "normal"}]}}}""").start(timers);

            assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
            assertThat(server.log.lines()).containsExactly(server.file + ": " + FlagJson.NO_ANNOUNCEMENT);
        }
    }

    @Test
    void aServerThatWasOffAtTheTimeOfTheChangeStartsInTheNewMode() {
        server.write(EVENING).start();
        server.delete();
        server.timer.set(FREEZE.plusSeconds(60));
        server.restart();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().current().since()).isEqualTo(FREEZE);
        assertThat(server.heard).last().isEqualTo(server.client().current());
    }

    @Test
    void theModeBeginsWhenItWasFirstSaidWhateverElseChanges() {
        server.write("{\"mode\": \"read-only\"}").start();
        Instant begin = server.client().current().since();
        server.timer.advance(Duration.ofMinutes(1));
        server.write("{\"mode\": \"read-only\", \"message\": \"Soon\"}").second();
        assertThat(server.client().current().since()).isEqualTo(begin);

        server.restart();
        assertThat(server.client().current().since()).isEqualTo(begin);

        server.write("{\"mode\": \"normal\"}")
                .second()
                .write("{\"mode\": \"read-only\"}")
                .second();
        assertThat(server.client().current().since()).isAfter(begin);
    }
}

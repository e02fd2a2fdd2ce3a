package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagAnswer;

/** A clock that is set, whoever sets it, opens nothing before its time. */
class ClockTest extends WithServer {
    private static final String SERVICES = """
            "announcement": "https://example.org/", "services": {"wiki": {"schedule": [
              {"at": "2021-02-26T12:10:00Z", "mode": "read-only"},
              {"at": "2021-02-26T12:20:00Z", "mode": "normal"}]}}""";
    private static final String EVENING = "{" + SERVICES + "}";
    private static final Duration DAY = Duration.ofDays(1);

    private void minutes(int minutes) {
        server.timer.advance(Duration.ofMinutes(minutes));
    }

    private void set(Duration by) {
        server.timer.set(server.timer.now().plus(by));
        server.second();
    }

    /** A name of the loopback interface that no server knows to be one. */
    private String elsewhere() {
        return "{\"remote\": {\"url\": \"" + website.url().replace("127.0.0.1", "[::ffff:127.0.0.1]")
                + "\", \"allowHttp\": true}}";
    }

    private void dated(Instant date, String flag) {
        String http = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
        website.script(request -> FlagAnswer.of("200 OK", "Date: " + http + "\r\n", flag));
    }

    @ParameterizedTest
    @ValueSource(longs = {-24 * 60, -60, -5, -1, 10, 60, 24 * 60})
    void aFrozenServerOpensWhenTheTimeHasTrulyPassed(long minutes) {
        server.write(EVENING).start();
        minutes(12);
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        set(Duration.ofMinutes(minutes));
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        minutes(7);
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        // A clock that was set back a little comes to the end of the freeze later.
        minutes(minutes < 0 && minutes > -20 ? 1 - (int) minutes : 1);

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {-24 * 60, -60, -1})
    void aFreezeComesInTimeWhenTheClockIsSetBackBefore(long minutes) {
        server.write(EVENING).start();
        minutes(8);
        set(Duration.ofMinutes(minutes));
        minutes(1);
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        minutes(1);

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aFreezeThatTheClockIsSetForwardToComesAtOnce() {
        server.write(EVENING).start();
        set(Duration.ofMinutes(11));

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void itIsSaidOnceAndShownUntilItIsOver() {
        server.write(EVENING).start();
        minutes(12);
        set(DAY.negated());
        minutes(5);

        String told =
                "the machine's clock was set back by about 24 hours; no schedule opens this server because of that"
                        + " until the configuration file is edited, another flag is accepted or the clock of the followed source"
                        + " agrees";
        assertThat(server.log.lines()).containsExactly(told);
        assertThat(server.client().status().clock()).isEqualTo(told);
        server.timer.set(server.timer.now().plus(DAY));
        assertThat(server.client().status().clock()).isNull();
    }

    @Test
    void aFewSecondsReopenNothingAndAreNothingToTalkAbout() {
        server.write(EVENING).start();
        minutes(10);
        set(Duration.ofSeconds(-20));
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        minutes(9);
        set(Duration.ofSeconds(-20));
        minutes(1);

        assertThat(server.mode()).as("small steps are followed").isEqualTo(Mode.READ_ONLY);
        server.timer.advance(Duration.ofSeconds(40));
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.log.lines()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackWhileTheServerWasOffOpensNothing() {
        server.write(EVENING).start();
        minutes(12);
        server.timer.set(server.timer.now().minus(DAY));
        server.restart().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().clock()).contains("was set back by about 24 hours");
    }

    /** By the mode's begin alone, which is that of another document, it would be open. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatWasOffRemembersWhenItAcceptedADocument(boolean published) {
        String first = "{\"epoch\": 1, \"services\": {\"wiki\": \"read-only\"}}";
        String last = "{\"epoch\": 2, " + SERVICES + "}";
        website.serve(first);
        server.write(published ? "{\"remote\": \"" + website.url() + "\"}" : first)
                .start();
        minutes(12);
        website.serve(last);
        if (!published) {
            server.write(last);
        }
        minutes(2);
        server.timer.set(Server.START);
        server.restart().second();

        assertThat(server.client().current().since()).isEqualTo(Server.START);
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().clock()).contains("was set back by about");
    }

    @Test
    void aFileThatWasEditedWhileTheServerWasOffIsBelievedMoreThanWhatIsRemembered() {
        website.serve(EVENING);
        server.write("{\"remote\": \"" + website.url() + "\"}").start();
        minutes(12);
        server.client().close();
        server.write("{\"remote\": \"" + website.url() + "\"} ");
        server.timer.set(server.timer.now().minus(DAY));
        server.restart().second();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().status().clock()).isNull();
    }

    @Test
    void anAdminWhoEditsTheFileIsBelieved() {
        server.write(EVENING).start();
        minutes(12);
        set(DAY);
        server.write(EVENING + " ").second();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().status().clock()).isNull();
    }

    @Test
    void aWebsiteThatShowsTheSameTimeIsBelieved() {
        dated(Server.START, EVENING);
        server.write(elsewhere()).start();
        minutes(12);
        set(DAY);
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        dated(server.timer.now(), EVENING);
        server.timer.advance(Duration.ofSeconds(20));

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().status().clock()).isNull();
    }

    @Test
    void aWebsiteOnTheSameMachineProvesNothing() {
        dated(Server.START, EVENING);
        server.write("{\"remote\": \"" + website.url() + "\"}").start();
        minutes(12);
        server.timer.set(server.timer.now().plus(DAY));
        dated(server.timer.now(), EVENING);
        server.timer.advance(Duration.ofMinutes(1));

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void anotherFlagIsNoProofWhereTheWebsiteShowsAnotherTime() {
        dated(Server.START, EVENING);
        server.write(elsewhere()).start();
        minutes(12);
        Instant trueTime = server.timer.now();
        server.timer.set(trueTime.plus(DAY));
        dated(trueTime, EVENING.replace("{\"wiki\"", "{\"forum\": \"normal\", \"wiki\""));
        server.timer.advance(Duration.ofSeconds(40));

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void aClockThatDiffersFromTheWebsitesIsWarnedOfOnce() {
        dated(Server.START.minusSeconds(31), EVENING);
        server.write(elsewhere()).start();

        String told =
                "the machine's clock is ahead of the followed source's by about 31 seconds; schedules go by the machine's";
        assertThat(server.client().status().clock()).isEqualTo(told);
        assertThat(server.log.lines()).containsExactly(told);
        dated(server.timer.now().plusSeconds(16), EVENING);
        server.timer.advance(Duration.ofSeconds(17));
        assertThat(server.client().status().clock()).isNull();
        assertThat(server.log.lines()).hasSize(1);
    }

    @Test
    void aClockThatDiffersFromThatOfEtcdIsWarnedOfToo() {
        dated(Server.START.plusSeconds(31), "{\"header\": {\"revision\": \"5\"}}");
        String etcd = website.url().replace("127.0.0.1", "[::ffff:127.0.0.1]").replace("/flag.json", "");
        server.write("{\"etcd\": {\"endpoints\": \"" + etcd + "\", \"allowHttp\": true}}")
                .start();

        assertThat(server.client().status().clock())
                .isEqualTo(
                        "the machine's clock is behind the followed source's by about 31 seconds; schedules go by the"
                                + " machine's");
    }
}

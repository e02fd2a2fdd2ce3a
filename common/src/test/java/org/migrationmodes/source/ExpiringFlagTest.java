package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;

/** After its time a signed flag opens nothing any more, and no clock or restart gives it that time again. */
class ExpiringFlagTest extends WithSignedFlag {
    @Test
    void aFlagThatExpiresStaysInForceAndOpensNothingAnyMore() {
        String url = website.url();
        website.serve("\"a\"", KEY.sign("""
                {"epoch": 1, "expires": "2021-02-26T13:00:00Z", "announcement": "https://example.org/a",
                 "services": {"wiki": {"schedule": [
                  {"at": "2021-02-26T11:00:00Z", "mode": "read-only"},
                  {"at": "2021-02-26T12:30:00Z", "mode": "moved"},
                  {"at": "2021-02-26T14:00:00Z", "mode": "normal"},
                  {"at": "2021-02-26T15:00:00Z", "mode": "closed"}]}}}"""));
        server.write(follow(KEY)).start();
        assertThat(server.log.lines())
                .containsExactly(
                        url + ": expires: 2021-02-26T13:00:00Z comes before the schedule of wiki is over; after"
                                + " that, what would open something is not obeyed");
        server.timer.advance(Duration.ofMinutes(59));
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);

        server.timer.advance(Duration.ofMinutes(2));
        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(status().problem()).isEqualTo(url + ": expires: 2021-02-26T13:00:00Z has passed");
        server.timer.advance(Duration.ofMinutes(90));
        assertThat(server.mode()).as("14:31").isEqualTo(Mode.MOVED);
        server.timer.advance(Duration.ofMinutes(30));
        assertThat(server.mode()).as("15:01").isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines())
                .hasSize(2)
                .last()
                .isEqualTo(url + ": expires: 2021-02-26T13:00:00Z has passed" + STAYS);

        server.restart();
        assertThat(server.mode()).as("accepted in time, and remembered").isEqualTo(Mode.CLOSED);
        assertThat(status().epoch()).isEqualTo(1);
    }

    @Test
    void aFlagThatExpiredWhileItsFileRuledDoesNotComeIntoForceAndNothingOlderDoes() {
        website.serve(KEY.sign(
                "{\"expires\": \"2021-02-26T12:30:00Z\", " + flag(7, "normal").substring(1)));
        String frozen = follow(KEY).replaceFirst("\\{", "{\"mode\": \"closed\", ");
        server.write(frozen).start().second();
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
        server.timer.advance(Duration.ofHours(1));
        server.write(follow(KEY)).second();
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines())
                .containsExactly(website.url() + ": expires: 2021-02-26T12:30:00Z has passed" + STAYS);

        website.serve(KEY.sign(flag(6, "normal")));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        website.serve(KEY.sign(flag(7, "moved")));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void aFlagThatHadExpiredBeforeAnybodyCheckedItDoesNotComeIntoForceWithTheKey() {
        website.serve(KEY.sign(
                "{\"expires\": \"2021-02-26T11:00:00Z\", " + flag(7, "normal").substring(1)));
        server.write(follow().replaceFirst("\\{", "{\"mode\": \"closed\", "))
                .start()
                .second();
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
        server.write(follow(KEY)).restart();
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void withoutAKeyNothingExpires() {
        website.serve("""
                {"expires": "2021-01-01T00:00:00Z", "announcement": "https://example.org/a",
                 "services": {"wiki": {"schedule": [{"at": "2021-02-26T13:00:00Z", "mode": "closed"},
                                                    {"at": "2021-02-26T14:00:00Z", "mode": "normal"}]}}}""");
        server.write(follow()).start();
        server.timer.advance(Duration.ofMinutes(61));
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        server.timer.advance(Duration.ofHours(1));

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.log.lines()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNothingValidAgain() {
        frozen();
        server.timer.advance(Duration.ofHours(2));
        website.serve(
                KEY.sign(flag(8, "normal").replace("{\"epoch\"", "{\"expires\": \"2021-02-26T13:00:00Z\", \"epoch\"")));
        server.timer.set(Server.START);
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().problem()).endsWith("expires: 2021-02-26T13:00:00Z has passed");
    }
}

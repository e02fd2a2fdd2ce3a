package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;

/** What was last good outlives a restart, whatever has become of its source. */
class RestartTest extends WithFile {
    private static String published(String mode) {
        return "{\"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"" + mode + "\"}}";
    }

    @Test
    void frozenStaysFrozenWhenTheFileIsGone() {
        server.write(FROZEN).start().delete().restart().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().current().announcement()).isNotNull();
        assertThat(server.client().status().file().problem()).contains("no file at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"mode\": \"frozen\"}"})
    void frozenStaysFrozenWhenTheFileIsBroken(String broken) {
        server.write(FROZEN).start().write(broken).restart().second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().status().file().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
    }

    @Test
    void theListenerHearsOfTheFreezeBeforeTheStartIsOver() {
        server.write(FROZEN).start().delete();
        server.heard.clear();
        server.restart();

        assertThat(server.heard).isNotEmpty().allMatch(flag -> flag.mode() == Mode.READ_ONLY);
    }

    @Test
    void frozenStaysFrozenWhenTheWebsiteIsDown() {
        website.serve(published("closed"));
        server.write(follow()).start();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        website.close();
        server.restart().second();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        server.timer.advance(Duration.ofHours(2));
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.client().status().remote()).isNotNull().satisfies(remote -> {
            assertThat(remote.state()).isEqualTo(SourceStatus.State.INTERRUPTED);
            assertThat(remote.accepted()).isEqualTo(Server.START);
        });
    }

    @Test
    void frozenStaysFrozenWhenFileAndWebsiteAreGone() {
        website.serve(published("moved"));
        server.write(follow()).start().delete();
        website.close();
        server.restart().second();

        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void aFileThatFollowsAWebsiteThatNeverAnsweredOpensNothing() {
        website.fail("503 Service Unavailable", "");
        server.write(FROZEN).start().write(follow()).second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);

        server.restart().second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().current().announcement()).isNotNull();

        website.serve(published("normal"));
        server.timer.advance(Duration.ofMinutes(5));
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void whatVisitorsAreToldWhileNobodySaysAnythingIsWhatWasSaidLast() {
        server.write(FROZEN)
                .start()
                .write("{\"mode\": \"read-only\", \"message\": \"Longer\", \"until\": \"2021-02-27T00:00:00Z\"}")
                .second();
        website.fail("503 Service Unavailable", "");
        server.write(follow()).second().restart().second();

        assertThat(server.client().current().message().byLanguage()).containsValue("Longer");
        assertThat(server.client().current().until()).isEqualTo("2021-02-27T00:00:00Z");
    }

    @Test
    void initiallyHoldsWhereNothingWasEverHeard() {
        website.close();
        server.start().second();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);

        server.write("{\"remote\": \"" + website.url() + "\", \"initially\": \"read-only\"}")
                .second();
        assertThat(server.mode()).as("the file appeared later").isEqualTo(Mode.READ_ONLY);

        server.restart().second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void initiallyEndsWithTheFirstDocumentForGood() {
        String file = "{\"remote\": \"" + website.url() + "\", \"initially\": \"read-only\"}";
        website.serve(published("normal"));
        server.write(file).start();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        website.close();
        server.restart();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void anEpochThatWasAcceptedCountsAfterARestart() {
        website.serve("{\"epoch\": 5, \"services\": {\"wiki\": \"closed\"}}");
        server.write(follow()).start();
        website.serve("{\"epoch\": 4, \"services\": {\"wiki\": \"normal\"}}");
        server.restart();
        server.timer.advance(Duration.ofSeconds(20));

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void whatAnotherAddressSaidOpensNothing() {
        website.serve(published("normal"));
        server.write(follow()).start();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        server.write(FROZEN).second();

        server.write("{\"remote\": \"http://127.0.0.1:1/migration.json\"}").second();

        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        server.restart().second();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
    }
}

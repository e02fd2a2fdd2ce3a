package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** A published flag holds at the next poll, unless the file has a mode of its own. */
class PublishedFlagTest extends WithPublishedFlag {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Test
    void itHoldsBeforeTheStartIsOver() {
        website.serve(flag("closed"));
        following();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().origin()).isEqualTo(website.url());
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void aChangeHoldsAtTheNextPoll() {
        website.serve(flag("announced"));
        following();
        website.serve(flag("moved"));
        poll();

        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void anEntityTagIsSentBackAndNothingNewChangesNothing() {
        website.serve("\"a\"", flag("closed"));
        following();
        int told = server.heard.size();
        poll();

        assertThat(website.requests().get(0)).doesNotContain("If-None-Match");
        assertThat(website.requests()).last().asString().contains("If-None-Match: \"a\"");
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.heard).hasSize(told);
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void anEntityTagIsRememberedOverARestart() {
        website.serve("W/\"a\"", flag("closed"));
        following().restart();
        poll();

        assertThat(website.requests()).last().asString().contains("If-None-Match: W/\"a\"");
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void theTagOfARefusedDocumentIsNeverSentBack() {
        website.serve("\"good\"", flag("closed"));
        following();
        website.serve("\"bad\"", "{\"services\": {\"wiki\": \"frozen\"}}");
        poll();
        poll();

        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(website.requests()).noneMatch(request -> request.contains("\"bad\""));
        assertThat(website.requests()).last().asString().contains("If-None-Match: \"good\"");
    }

    @Test
    void anOutageThatEndsWithNothingNewHasEnded() {
        website.serve("\"a\"", flag("closed"));
        following();
        for (int i = 1; i <= 2; i++) {
            website.fail("503 Service Unavailable", "");
            poll();
            assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
            assertThat(server.log.lines()).as("each outage is news").hasSize(i);
            website.serve("\"a\"", flag("closed"));
            server.timer.advance(LONGEST_PAUSE);
            assertThat(website.requests()).last().asString().contains("If-None-Match");
            assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
            assertThat(status().problem()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><title>Welcome to the hotel</title>",
                "{}",
                "{\"services\": {}}",
                "{\"mode\": \"normal\"}",
                "null",
                "{\"services\": {\"wiki\": \"normal\"}"
            })
    void aBodyThatIsNoFlagChangesNothing(String body) {
        website.serve(flag("closed"));
        following();
        website.serve(body);
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
    }

    @Test
    void aPackedBodyIsRead() {
        website.script(request -> FlagAnswer.gzipped(flag("closed")));
        following();

        assertThat(website.requests().get(0)).contains("Accept-Encoding: gzip\r\n");
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void nothingOfTheServerIsToldButWhatAsks() {
        website.script(request -> FlagAnswer.of("200 OK", "Set-Cookie: a=b\r\n", flag("closed")));
        following();
        poll();

        assertThat(website.requests())
                .last()
                .asString()
                .contains("User-Agent: migration-modes\r\n")
                .doesNotContain("Cookie", "Authorization");
    }

    @Test
    void anOlderEpochIsIgnoredAndSoIsNoneAfterOne() {
        website.serve(flag(5, "closed"));
        following();
        website.serve(flag(4, "normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().problem())
                .isEqualTo(website.url() + ": epoch: 4 is older than epoch 5, which was already accepted");
        assertThat(status().epoch()).isEqualTo(5);

        website.serve(flag("normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().problem())
                .isEqualTo(website.url() + ": epoch: missing, while epoch 5 was already accepted");

        website.serve(flag(5, "moved"));
        poll();
        assertThat(server.mode()).as("the same epoch with other content").isEqualTo(Mode.MOVED);

        website.serve(flag(6, "normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().current().epoch()).isEqualTo(6);
    }

    @Test
    void theFilesOwnModeBeatsThePublishedFlagAndFollowObeysIt() {
        website.serve(flag("closed"));
        following();
        String remote = "\"remote\": \"" + website.url() + "\"}";

        server.write("{\"mode\": \"announced\", " + remote).second();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);
        website.serve(flag("moved"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.ANNOUNCED);

        server.write("{\"mode\": \"follow\", " + remote).second();
        assertThat(server.mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void theFilesOwnModeBorrowsTheAnnouncementThatWasPublished() {
        website.serve(flag("normal"));
        following()
                .write("{\"mode\": \"closed\", \"remote\": \"" + website.url() + "\"}")
                .second();

        assertThat(server.client().current().announcement()).isNotNull();
        assertThat(server.log.lines()).isEmpty();
    }

    @Test
    void anotherAddressIsFollowedWithoutARestartAndItsEpochsAreItsOwn() {
        website.serve(flag(9, "closed"));
        following();
        try (FlagServer other = new FlagServer()) {
            other.serve(flag(1, "moved"));
            server.write("{\"remote\": {\"url\": \"" + other.url() + "\", \"interval\": \"1s\"}}")
                    .second();
            int polled = website.requests().size();
            server.timer.advance(Duration.ofSeconds(60));

            assertThat(server.mode()).isEqualTo(Mode.MOVED);
            assertThat(website.requests()).hasSize(polled);
            assertThat(other.requests()).hasSizeBetween(50, 70);
        }
    }

    @Test
    void whatIsOddInAPublishedFlagIsWarnedOfOnce() {
        website.serve("{\"epock\": 1, \"services\": {\"wiki\": \"closed\"}}");
        following();
        poll();

        assertThat(server.log.lines())
                .containsExactly(
                        website.url() + ": " + FlagJson.NO_ANNOUNCEMENT,
                        website.url() + ": epock: unknown key, ignored; did you mean \"epoch\"?");
    }

    @Test
    void itsAddressIsShownWithItsQueryAndKept() {
        website.serve(flag("closed"));
        String address = website.url() + "?token=a";
        server.write("{\"remote\": \"" + address + "\"}").start();
        poll();

        assertThat(status().origin()).isEqualTo(address);
        assertThat(server.log.all()).contains("INFO Follows " + address);
        assertThat(server.state.resolve("wiki.remote.json")).content().contains(address);
    }
}

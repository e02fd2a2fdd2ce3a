package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;

/** The keys of the file change while a flag is in force. */
class KeyChangeTest extends WithSignedFlag {
    @Test
    void aKeyThatIsNoLongerNamedStillCountsTheEpochsAfterARestart() {
        frozen();
        website.serve(OTHER.sign(flag(6, "normal")));
        server.write(follow(OTHER)).restart();
        server.timer.advance(Duration.ofMinutes(1));

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(status().problem()).contains("epoch: 6 is older than epoch 7");
        website.serve(OTHER.sign(flag(8, "normal")));
        server.timer.advance(Duration.ofMinutes(6));
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void oneKeyTakesOverFromAnotherWhileBothAreNamed() {
        frozen().write(follow(KEY, OTHER)).second();
        website.serve(OTHER.sign(flag(8, "moved")));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.MOVED);

        server.write(follow(OTHER)).second();
        poll();
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
        website.serve(KEY.sign(flag(9, "normal")));
        poll();
        assertThat(server.mode()).as("the old key counts no more").isEqualTo(Mode.MOVED);
        assertThat(server.log.lines())
                .containsExactly(website.url() + ": signature: no configured public key made it" + STAYS);
    }

    @Test
    void withAKeyNamedLaterWhatIsUnsignedStaysOnlyUntilASignedOneComes() {
        website.serve("\"a\"", flag(7, "closed"));
        server.write(follow()).start().second();
        int before = website.requests().size();
        server.write(follow(KEY)).second();
        poll();
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(website.requests().subList(before, website.requests().size()))
                .hasSizeGreaterThan(1)
                .noneMatch(request -> request.contains("If-None-Match"));
        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(server.log.lines())
                .containsExactly(website.url() + ": unsigned, while remote.publicKeys asks for a signed flag" + STAYS);

        website.serve("\"b\"", KEY.sign(flag(8, "normal")));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        poll();
        assertThat(website.requests()).last().asString().contains("If-None-Match: \"b\"");
    }

    @Test
    void whatIsDoubtedStillClosesAtItsTimeButOpensNothing() {
        website.serve("""
                {"epoch": 1, "announcement": "https://example.org/a", "services": {"wiki": {"schedule": [
                  {"at": "2021-02-26T13:00:00Z", "mode": "read-only"},
                  {"at": "2021-02-26T14:00:00Z", "mode": "normal"}]}}}""");
        server.write(follow()).start().write(follow(KEY)).second();
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);

        server.timer.advance(Duration.ofHours(1));
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().current().next()).as("nothing is promised").isNull();
        server.timer.advance(Duration.ofHours(1));
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.restart().mode()).isEqualTo(Mode.READ_ONLY);
    }

    @Test
    void whatIsDoubtedDoesNotComeIntoForce() {
        website.serve(flag(1, "normal"));
        String frozen = "{\"mode\": \"closed\", ";
        server.write(follow().replaceFirst("\\{", frozen)).start();
        server.write(follow(KEY).replaceFirst("\\{", frozen)).second();
        server.write(follow(KEY)).second();
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);

        server.write(follow(KEY).replaceFirst("\\{", frozen)).second();
        server.write(follow()).second();
        assertThat(server.mode()).as("nobody asks for a signature any more").isEqualTo(Mode.NORMAL);
    }

    @Test
    void withoutTheKeyUnsignedFlagsAreObeyedAgain() {
        frozen();
        website.serve(flag(8, "normal"));
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        server.write(follow()).second();
        poll();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        website.serve(flag(7, "closed"));
        poll();
        assertThat(server.mode()).as("an older one still is").isEqualTo(Mode.NORMAL);
    }

    @Test
    void aWrongKeyThatIsSetRightAgainHasLostNothing() {
        website.serve(KEY.sign("""
                {"epoch": 1, "announcement": "https://example.org/a", "services": {"wiki": {"schedule": [
                  {"at": "2021-02-26T11:00:00Z", "mode": "read-only"},
                  {"at": "2021-02-26T14:00:00Z", "mode": "normal"}]}}}"""));
        server.write(follow(KEY)).start().write(follow(OTHER)).second().second();
        website.close();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.client().current().next()).isNull();
        server.restart();
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(status().epoch()).isNull();

        server.write(follow(KEY)).second();
        assertThat(server.client().current().next()).isNotNull();
        server.timer.advance(Duration.ofHours(2));
        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void aCopyOnDiskThatNoKeyMadeIsNotUsedAndWhatWasInForceStays() {
        frozen().write(follow(OTHER));
        website.close();
        server.restart();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.client().current().announcement()).isNotNull();
        assertThat(status().epoch()).isNull();
        assertThat(server.log.lines())
                .first()
                .asString()
                .isEqualTo("The copy of " + website.url() + " on disk is not valid and not used, so what was in force"
                        + " stays so, as far as it is known: signature: no configured public key made it");
        assertThat(server.log.lines())
                .filteredOn(line -> line.contains("signature"))
                .hasSize(1);
        server.timer.advance(Duration.ofHours(2));
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
    }

    @Test
    void aCopyOnDiskIsCheckedWithTheKeysOfAFileThatAppearsLater() throws IOException {
        website.serve(flag(1, "normal"));
        server.write(follow())
                .start()
                .write("{\"mode\": \"closed\", \"announcement\": \"https://example.org/a\"}")
                .second()
                .delete();
        website.close();
        server.client().close();
        Files.delete(server.state.resolve("wiki.local.json"));
        assertThat(server.state.resolve("wiki.remote.json")).exists();
        server.restart();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        server.write(follow(KEY)).second();
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines())
                .contains(
                        website.url() + ": unsigned, while remote.publicKeys asks for a signed flag; what was in force"
                                + " stays so until a valid one is read");
    }
}

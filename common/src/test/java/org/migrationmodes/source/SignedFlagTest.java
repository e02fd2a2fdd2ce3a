package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagServer;
import org.migrationmodes.testing.SigningKey;

/** With a key configured, only what its owner signed is obeyed. */
class SignedFlagTest extends WithServer {
    private static final SigningKey KEY = SigningKey.ofRfc8037();
    private static final SigningKey OTHER = SigningKey.generate();
    private static final String STAYS = "; the last good document stays in force";

    private static String flag(int epoch, String mode) {
        return "{\"epoch\": " + epoch + ", \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \""
                + mode + "\"}}";
    }

    private String follow(SigningKey... keys) {
        return follow(website, keys);
    }

    private static String follow(FlagServer where, SigningKey... keys) {
        List<String> names =
                Arrays.stream(keys).map(key -> "\"" + key.x() + "\"").toList();
        return "{\"remote\": {\"url\": \"" + where.url() + "\"" + (names.isEmpty() ? "" : ", \"publicKeys\": " + names)
                + "}}";
    }

    private Server frozen() {
        website.serve("\"frozen\"", KEY.sign(flag(7, "closed")));
        server.write(follow(KEY)).start();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines()).isEmpty();
        return server;
    }

    private void poll() {
        server.timer.advance(Duration.ofSeconds(17));
    }

    private SourceStatus status() {
        return server.client().status().remote();
    }

    @Test
    void whatTheOwnerOfTheKeySignedHolds() {
        frozen();
        website.serve(KEY.sign(flag(8, "normal")));
        poll();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().current().epoch()).isEqualTo(8);
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
    }

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

    static Stream<Arguments> refused() {
        String normal = flag(8, "normal");
        String signed = KEY.sign(normal);
        return Stream.of(
                Arguments.of(normal, "unsigned, while remote.publicKeys asks for a signed flag"),
                Arguments.of(OTHER.sign(normal), "signature: no configured public key made it"),
                Arguments.of(
                        signed.replace("\"payload\": \"", "\"payload\": \"ICAg"),
                        "signature: no configured public key made it"),
                Arguments.of(
                        KEY.sign("{\"alg\":\"none\"}", normal),
                        "protected.alg: \"none\" is not accepted; flags are signed with \"EdDSA\" or, by its newer name,"
                                + " \"Ed25519\""),
                Arguments.of(
                        KEY.sign(normal.replace("\"epoch\": 8, ", "")),
                        "epoch: missing; only by its number a signed flag is told from an older one"),
                Arguments.of(KEY.sign(flag(6, "normal")), "epoch: 6 is older than epoch 7, which was already accepted"),
                Arguments.of(
                        KEY.sign(
                                normal.replace("{\"epoch\"", "{\"expires\": \"2021-02-26T13:00:00+01:00\", \"epoch\"")),
                        "expires: 2021-02-26T12:00:00Z has passed"),
                Arguments.of(
                        KEY.sign("{\"services\": {}, \"epoch\": 8}"),
                        "services: {} names no service; to open one say so, as in { \"wiki\": \"normal\" }"),
                Arguments.of(
                        KEY.sign(signed),
                        "services: missing; a published flag says there which mode holds, as in { \"wiki\":"
                                + " \"read-only\" }"),
                Arguments.of(KEY.sign(normal + " ".repeat(60_000)), "longer than 64 KiB"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void frozenStaysFrozenWhateverIsPublishedAndOneLineSaysWhy(String published, String why) {
        frozen();
        website.serve("\"refused\"", published);
        for (int i = 0; i < 5; i++) {
            poll();
        }

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines()).containsExactly(website.url() + ": " + why + STAYS);
        assertThat(status().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        assertThat(status().problem()).isEqualTo(website.url() + ": " + why);
        assertThat(status().epoch()).isEqualTo(7);
        assertThat(website.requests()).noneMatch(request -> request.contains("\"refused\""));

        server.restart();
        poll();
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatWasFrozenByItsFileIsNotOpenedByAFlagThatIsRefused(String published, String why) {
        website.serve(published);
        server.write("{\"mode\": \"read-only\", \"announcement\": \"https://example.org/a\"}")
                .start()
                .write(follow(KEY))
                .second();
        poll();

        if (why.startsWith("epoch: 6")) {
            assertThat(server.mode()).as("nothing older is known").isEqualTo(Mode.NORMAL);
            return;
        }
        assertThat(server.mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(server.log.lines())
                .containsExactly(
                        website.url() + ": " + why + "; no valid one was ever read, so the mode stays as it was");
        assertThat(server.restart().mode()).isEqualTo(Mode.READ_ONLY);
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
    void anOlderFlagIsRefusedAtAnotherAddressToo() {
        frozen();
        try (FlagServer other = new FlagServer()) {
            other.serve(KEY.sign(flag(6, "normal")));
            server.write(follow(other, KEY)).second();
            poll();

            assertThat(server.mode()).isEqualTo(Mode.CLOSED);
            assertThat(server.log.lines())
                    .containsExactly(
                            other.url() + ": epoch: 6 is older than epoch 7, which was already accepted" + STAYS);
            server.restart();
            poll();
            assertThat(server.mode()).isEqualTo(Mode.CLOSED);

            other.serve(KEY.sign(flag(7, "moved")));
            poll();
            assertThat(server.mode()).isEqualTo(Mode.MOVED);
        }
    }

    @Test
    void whatNobodyVouchedForAtAnotherAddressDoesNotCount() {
        website.serve(flag(9, "closed"));
        server.write(follow()).start();
        try (FlagServer other = new FlagServer()) {
            other.serve(KEY.sign(flag(1, "moved")));
            server.write(follow(other, KEY)).second();
            poll();

            assertThat(server.mode()).isEqualTo(Mode.MOVED);
        }
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
    void aServerWithoutAKeyUsesASignedFlagAndWarnsOnce() {
        website.serve(OTHER.sign(flag(7, "closed")));
        server.write(follow()).start();
        poll();

        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.log.lines())
                .containsExactly(website.url() + ": signed, but this server has no publicKeys to check it with");
    }

    @Test
    void aMisspeltSettingDoesNotSwitchTheCheckOff() {
        frozen();
        List<String> misspelt = new ArrayList<>();
        for (String key : List.of("publickeys", "publicKey", "PublicKeys", "keys", "public")) {
            misspelt.add(follow(KEY).replace("publicKeys", key));
        }
        website.serve(flag(8, "normal"));
        for (String file : misspelt) {
            server.write(file).second();
            poll();
            assertThat(server.mode()).as(file).isEqualTo(Mode.CLOSED);
            assertThat(server.client().status().file().problem()).contains("did you mean publicKeys");
        }
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

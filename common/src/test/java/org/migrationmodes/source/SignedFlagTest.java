package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagServer;

/** With a key configured, only what its owner signed is obeyed. */
class SignedFlagTest extends WithSignedFlag {
    @Test
    void whatTheOwnerOfTheKeySignedHolds() {
        frozen();
        website.serve(KEY.sign(flag(8, "normal")));
        poll();

        assertThat(server.mode()).isEqualTo(Mode.NORMAL);
        assertThat(server.client().current().epoch()).isEqualTo(8);
        assertThat(status().state()).isEqualTo(SourceStatus.State.VALID);
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
}

package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationmodes.testing.SigningKey;

/** What a configured key made is opened, and nothing that was changed since. */
class FlagSignatureTest extends SignatureOpening {
    @Test
    void theExampleOfTheRfcIsOpened() throws InvalidDocument {
        // RFC 8037, appendix A.4 and A.5, in the flattened form.
        String signed = """
                { "payload": "RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
                  "protected": "eyJhbGciOiJFZERTQSJ9",
                  "signature":
                  "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg" }
                """;

        assertThatThrownBy(() -> open(signed))
                .as("its signature is good, but it is no flag")
                .hasMessageStartingWith("payload: line 1, column 1: ")
                .hasMessageEndingWith("at: Example of Ed25519 signing");
        assertThat(KEY.signature("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"))
                .isEqualTo(part(signed, "signature"));
    }

    @Test
    void theNewerNameOfTheAlgorithmIsAcceptedToo() throws InvalidDocument {
        assertThat(open(KEY.sign("{\"alg\": \"Ed25519\", \"typ\": \"JOSE\", \"b64\": true}", FLAG)))
                .isEqualTo(meaning());
    }

    @Test
    void aKeyThatTheDocumentBringsAlongIsNotUsed() throws InvalidDocument {
        SigningKey other = SigningKey.generate();
        String jwk = "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"" + other.x() + "\"}";
        String signed =
                other.sign("{\"alg\": \"EdDSA\", \"jwk\": " + jwk + ", \"jku\": \"https://example.org/\"}", FLAG);

        assertThatThrownBy(() -> open(signed)).hasMessage("signature: no configured public key made it");
        assertThat(meaning(FlagSignature.open(signed, keys(KEY, other)))).isEqualTo(meaning());
    }

    @Test
    void aKidChoosesTheKeyWhereOneHasItAndElseAllAreTried() throws InvalidDocument {
        SigningKey other = SigningKey.generate();
        PublicKeys named = keys("[{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\": \"a\", \"x\": \"" + KEY.x() + "\"},"
                + "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\": \"b\", \"x\": \"" + other.x() + "\"}]");

        assertThat(meaning(FlagSignature.open(KEY.sign("{\"alg\": \"EdDSA\", \"kid\": \"a\"}", FLAG), named)))
                .isEqualTo(meaning());
        assertThat(meaning(FlagSignature.open(KEY.sign("{\"alg\": \"EdDSA\", \"kid\": \"c\"}", FLAG), named)))
                .isEqualTo(meaning());
        assertThat(meaning(FlagSignature.open(
                        KEY.sign(FLAG).replaceFirst("}$", ", \"header\": {\"kid\": \"a\"}}"), named)))
                .isEqualTo(meaning());
        assertThatThrownBy(() -> FlagSignature.open(KEY.sign("{\"alg\": \"EdDSA\", \"kid\": \"b\"}", FLAG), named))
                .hasMessage("signature: no configured public key made it");
    }

    @Test
    void whateverByteIsChangedItIsRefusedOrMeansTheSame() throws InvalidDocument {
        PublicKeys keys = keys(KEY);
        byte[] signed = KEY.sign("{\"alg\":\"EdDSA\",\"kid\":\"a\"}", FLAG)
                .replaceFirst("}$", ", \"header\": {\"note\": 1}}")
                .getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < signed.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = signed.clone();
                changed[i] ^= (byte) (1 << bit);
                try {
                    FlagSignature.Opened opened = FlagSignature.open(JsonText.decode(changed), keys);
                    assertThat(meaning(opened)).as("byte %s, bit %s", i, bit).isEqualTo(meaning());
                    assertThat(opened.isSigned()).isTrue();
                } catch (InvalidDocument e) {
                    assertThat(e.getMessage()).doesNotContain("\n", "\r");
                    refused++;
                }
            }
        }

        assertThat(refused).isGreaterThan(8 * part(KEY.sign(FLAG), "payload").length());
    }

    @Test
    void aPayloadThatIsExchangedIsRefused() throws InvalidDocument {
        String signed = KEY.sign(FLAG);
        String other = KEY.sign(FLAG.replace("7", "8"));
        String changed = signed.replace(part(signed, "payload"), part(other, "payload"));

        assertThatThrownBy(() -> open(changed)).hasMessage("signature: no configured public key made it");
    }

    @Test
    void aPayloadThatIsNotUtf8OrNoFlagIsRefused() throws InvalidDocument {
        String payload = SigningKey.base64url(new byte[] {'{', (byte) 0xE9, '}'});
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8));
        String signed = "{\"payload\": \"" + payload + "\", \"protected\": \"" + header + "\", \"signature\": \""
                + KEY.signature(header + "." + payload) + "\"}";

        assertThatThrownBy(() -> open(signed)).hasMessage("payload: the text is not UTF-8; save it with this encoding");
        assertThatThrownBy(() -> open(KEY.sign("<p>")))
                .hasMessage("payload: line 1, column 1: this is a web page or XML, and not JSON, at: <p>");
    }

    @Test
    void unsignedIsAcceptedOnlyWhereNoKeyIsNamed() throws InvalidDocument {
        assertThatThrownBy(() -> open(FLAG)).hasMessage("unsigned, while publicKeys asks for a signed flag");
        for (String missing : List.of("payload", "signature")) {
            String without = KEY.sign(FLAG).replace("\"" + missing + "\"", "\"other\"");
            assertThatThrownBy(() -> open(without)).hasMessage("unsigned, while publicKeys asks for a signed flag");
        }

        FlagSignature.Opened opened = FlagSignature.open(FLAG, PublicKeys.NONE);
        assertThat(meaning(opened)).isEqualTo(meaning());
        assertThat(opened.isSigned()).isFalse();
        assertThat(opened.warnings()).isEmpty();
    }

    @Test
    void ofAnUnsignedFlagNoKeyCountsAsAskedForYet() throws InvalidDocument {
        FlagSignature.Opened opened = FlagSignature.open("{\"payload\": \"e30\", \"services\": {}}", PublicKeys.NONE);

        assertThat(opened.section().unknownKeys())
                .containsExactly("payload: unknown key, ignored", "services: unknown key, ignored");
    }

    @Test
    void withoutAKeyASignedFlagIsUsedWithAWarning() throws InvalidDocument {
        FlagSignature.Opened opened = FlagSignature.open(SigningKey.generate().sign(FLAG), PublicKeys.NONE);

        assertThat(meaning(opened)).isEqualTo(meaning());
        assertThat(opened.warnings()).containsExactly("signed, but this server has no publicKeys to check it with");
    }
}

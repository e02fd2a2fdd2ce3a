package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.SigningKey;

class FlagSignatureTest {
    private static final SigningKey KEY = SigningKey.ofRfc8037();
    private static final String FLAG = "{\"epoch\": 7, \"services\": {\"wiki\": \"normal\"}}";
    private static final String EXPECTED = "while the flattened JSON form is expected, as in { \"payload\": …,"
            + " \"protected\": …, \"signature\": … }";

    private static PublicKeys keys(String json) throws InvalidDocument {
        return PublicKeys.read(Section.parse("{\"publicKeys\": " + json + "}"));
    }

    private static PublicKeys keys(SigningKey... keys) throws InvalidDocument {
        return keys(List.of(keys).stream()
                .map(key -> "\"" + key.x() + "\"")
                .toList()
                .toString());
    }

    private static String open(String text) throws InvalidDocument {
        return meaning(FlagSignature.open(text, keys(KEY)));
    }

    private static String meaning(FlagSignature.Opened opened) throws InvalidDocument {
        return meaning(opened.section());
    }

    private static String meaning(Section flag) throws InvalidDocument {
        FlagDocument document = FlagJson.published(flag);
        return document.epoch() + " " + document.of("wiki", null).phases() + " " + flag.unknownKeys();
    }

    private static String meaning() throws InvalidDocument {
        return meaning(Section.parse(FLAG));
    }

    private static String part(String text, String name) throws InvalidDocument {
        return Section.parse(text).required(name).text();
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | protected.alg: missing",
                "{\"alg\": null} | protected.alg: null is not a text",
                "{\"alg\": \"none\"} | protected.alg: \"none\" is not accepted; flags are signed with \"EdDSA\" or, by its newer name, \"Ed25519\"",
                "{\"alg\": \"HS256\"} | protected.alg: \"HS256\" is not accepted; flags are signed with \"EdDSA\" or, by its newer name, \"Ed25519\"",
                "{\"alg\": \"RS256\"} | protected.alg: \"RS256\" is not accepted; flags are signed with \"EdDSA\" or, by its newer name, \"Ed25519\"",
                "{\"alg\": \"eddsa\"} | protected.alg: \"eddsa\" is not accepted; flags are signed with \"EdDSA\" or, by its newer name, \"Ed25519\"",
                "{\"alg\": \"EdDSA\", \"crit\": [\"exp\"], \"exp\": 1} | protected.crit: [\"exp\"] says what must be understood, and is not",
                "{\"alg\": \"EdDSA\", \"crit\": []} | protected.crit: [] says what must be understood, and is not",
                "{\"alg\": \"EdDSA\", \"crit\": [\"b64\"], \"b64\": false} | protected.crit: [\"b64\"] says what must be understood, and is not",
                "{\"alg\": \"EdDSA\", \"b64\": false} | protected.b64: false is not supported; the payload must be base64url",
                "{\"alg\": \"EdDSA\", \"b64\": \"true\"} | protected.b64: \"true\" is not supported; the payload must be base64url",
                "{\"alg\": \"EdDSA\", \"kid\": 5} | protected.kid: 5 is not a text",
                "{\"alg\": \"HS256\", \"alg\": \"EdDSA\"} | protected: line 1, column 23: the key \"alg\" stands twice in the same object, at: {\"alg\": \"HS256\", \"alg\": \"EdDSA\"}",
                "[\"EdDSA\"] | protected: the document is not an object in { }",
                "`` | protected: the document is empty",
            })
    void aHeaderThatAsksForSomethingElseIsRefused(String header, String message) {
        String signed = KEY.sign(header, FLAG);

        assertThatThrownBy(() -> open(signed))
                .isInstanceOf(InvalidDocument.class)
                .hasMessage(message);
        assertThatThrownBy(() -> FlagSignature.open(signed, PublicKeys.NONE))
                .as("also where nobody checks the signature")
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"alg\": \"EdDSA\"} | header.alg: \"EdDSA\" stands in the protected header too",
                "{\"crit\": [\"exp\"]} | header.crit: [\"exp\"] may stand in the protected header only",
                "{\"b64\": false} | header.b64: false may stand in the protected header only",
                "{\"kid\": {}} | header.kid: {} is not a text",
                "5 | header: 5 is not an object in { }",
            })
    void anUnprotectedHeaderThatAsksForSomethingElseIsRefused(String header, String message) {
        String signed = KEY.sign(FLAG).replaceFirst("}$", ", \"header\": " + header + "}");

        assertThatThrownBy(() -> open(signed)).hasMessage(message);
    }

    @Test
    void theAlgorithmMustBeProtected() {
        String signed = KEY.sign("{}", FLAG).replaceFirst("}$", ", \"header\": {\"alg\": \"EdDSA\"}}");

        assertThatThrownBy(() -> open(signed)).hasMessage("protected.alg: missing");
        assertThatThrownBy(() -> open(signed.replace("\"protected\"", "\"other\"")))
                .hasMessage("protected: missing; only what stands in this header is signed, as alg must be");
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
    void otherFormsAreRefusedWithTheOneThatIsExpected() throws InvalidDocument {
        String signed = KEY.sign(FLAG);
        String compact =
                part(signed, "protected") + "." + part(signed, "payload") + "." + part(signed, "signature") + "\n";
        String general = "{\"payload\": \"" + part(signed, "payload") + "\", \"signatures\": [{\"protected\": \""
                + part(signed, "protected") + "\", \"signature\": \"" + part(signed, "signature") + "\"}]}";

        assertThatThrownBy(() -> open(compact)).hasMessage("signed in the compact form, " + EXPECTED);
        assertThatThrownBy(() -> FlagSignature.open(compact, PublicKeys.NONE))
                .hasMessage("signed in the compact form, " + EXPECTED);
        assertThatThrownBy(() -> open(general)).hasMessage("signatures: signed in the general form, " + EXPECTED);
        assertThatThrownBy(() -> FlagSignature.open(general, PublicKeys.NONE))
                .hasMessage("signatures: signed in the general form, " + EXPECTED);
        assertThatThrownBy(() -> open(signed.replaceFirst("}$", ", \"signatures\": []}")))
                .hasMessage("signatures: signed in the general form, " + EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s=", "%s==", " %s", "%s\\n", "+%s", "%s/", "%sA", "%sé"})
    void base64urlIsReadStrictly(String pattern) throws InvalidDocument {
        for (String name : List.of("payload", "protected", "signature")) {
            String value = part(KEY.sign(FLAG), name);
            String changed = KEY.sign(FLAG).replace(value, String.format(pattern, value));

            assertThatThrownBy(() -> open(changed)).as(name).isInstanceOf(InvalidDocument.class);
        }
        String signature = part(KEY.sign(FLAG), "signature");
        assertThatThrownBy(() -> open(KEY.sign(FLAG).replace(signature, String.format(pattern, signature))))
                .hasMessageMatching("signature: (\".* is not base64url without padding|65 bytes, while .*)");
    }

    @Test
    void bitsThatStandForNothingMustBeZero() throws InvalidDocument {
        // 64 bytes leave four bits of the last character unused; a lenient decoder takes 16 texts for the same
        // signature.
        String signature = part(KEY.sign(FLAG), "signature");
        int accepted = 0;
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String changed = signature.substring(0, signature.length() - 1) + last;
            try {
                open(KEY.sign(FLAG).replace(signature, changed));
                accepted++;
            } catch (InvalidDocument e) {
                assertThat(e.place()).isEqualTo("signature");
            }
        }

        assertThat(accepted).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 128})
    void aSignatureOfAnotherLengthIsNone(int length) throws InvalidDocument {
        String signed = KEY.sign(FLAG);
        String changed = signed.replace(part(signed, "signature"), SigningKey.base64url(new byte[length]));

        assertThatThrownBy(() -> open(changed))
                .hasMessage("signature: " + length + " bytes, while one of Ed25519 has 64");
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
    void aPartThatStandsTwiceIsRefused() {
        String twice = KEY.sign(FLAG).replaceFirst("\\{", "{\"payload\": \"e30\", ");

        assertThatThrownBy(() -> open(twice)).hasMessageContaining("the key \"payload\" stands twice");
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

    @Test
    void whatStandsBesideTheSignatureIsNotSignedAndNotUsed() throws InvalidDocument {
        String signed = KEY.sign(FLAG).replaceFirst("}$", ", \"services\": {\"wiki\": \"closed\"}}");

        FlagSignature.Opened opened = FlagSignature.open(signed, keys(KEY));
        assertThat(meaning(opened)).isEqualTo(meaning());
        assertThat(opened.warnings()).containsExactly("services: unknown key, ignored");
    }
}

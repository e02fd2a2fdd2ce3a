package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.SigningKey;

/** The form of a signed flag: one algorithm, the flattened JSON form, strict base64url. */
class SignatureFormTest extends SignatureOpening {
    private static final String EXPECTED = "while the flattened JSON form is expected, as in { \"payload\": …,"
            + " \"protected\": …, \"signature\": … }";

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
    void aPartThatStandsTwiceIsRefused() {
        String twice = KEY.sign(FLAG).replaceFirst("\\{", "{\"payload\": \"e30\", ");

        assertThatThrownBy(() -> open(twice)).hasMessageContaining("the key \"payload\" stands twice");
    }

    @Test
    void whatStandsBesideTheSignatureIsNotSignedAndNotUsed() throws InvalidDocument {
        String signed = KEY.sign(FLAG).replaceFirst("}$", ", \"services\": {\"wiki\": \"closed\"}}");

        FlagSignature.Opened opened = FlagSignature.open(signed, keys(KEY));
        assertThat(meaning(opened)).isEqualTo(meaning());
        assertThat(opened.warnings()).containsExactly("services: unknown key, ignored");
    }
}

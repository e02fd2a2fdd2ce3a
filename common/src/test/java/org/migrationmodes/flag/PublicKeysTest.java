package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.testing.SigningKey;

class PublicKeysTest {
    private static final SigningKey KEY = SigningKey.ofRfc8037();
    private static final String FORMS = "is no public key of Ed25519: neither what \"openssl pkey -pubout\" prints for"
            + " one, nor a JWK, nor the 43 characters of a JWK's x";

    private static PublicKeys read(String json) throws InvalidDocument {
        return PublicKeys.read(Section.parse("remote", "{\"publicKeys\": " + json + "}"));
    }

    private static String text(String value) {
        String json = JsonText.write(Map.of("x", value));
        return json.substring(json.indexOf(':') + 1, json.lastIndexOf('"') + 1).strip();
    }

    private static List<String> forms() {
        String base64 = KEY.pem().lines().skip(1).findFirst().orElseThrow();
        return List.of(
                text(KEY.x()),
                text(KEY.pem()),
                text(KEY.pem().replace("\n", "\r\n")),
                text(KEY.pem().replace("\n", "")),
                text(base64),
                text(" " + base64 + "\n"),
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": " + text(KEY.x()) + "}",
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"alg\": \"EdDSA\", \"use\": \"sig\", \"x\": " + text(KEY.x())
                        + "}");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachFormMeansTheSameKeyAloneOrInAList(String form) throws InvalidDocument {
        PublicKeys one = new PublicKeys("remote.publicKeys", List.of(new Ed25519Key(null, KEY.x())));

        assertThat(read(form)).isEqualTo(one);
        assertThat(read("[" + form + "]")).isEqualTo(one);
        assertThat(one.isEmpty()).isFalse();
    }

    @Test
    void withoutTheSettingThereIsNoKey() throws InvalidDocument {
        assertThat(PublicKeys.read(Section.parse("{}"))).isEqualTo(PublicKeys.NONE);
        assertThat(PublicKeys.NONE.isEmpty()).isTrue();
    }

    @Test
    void aKidIsKept() throws InvalidDocument {
        assertThat(read("[\"" + KEY.x() + "\", {\"kid\": \"2021\", \"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \""
                                + KEY.x() + "\"}]")
                        .keys())
                .containsExactly(new Ed25519Key(null, KEY.x()), new Ed25519Key("2021", KEY.x()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | remote.publicKeys: [] names no key; leave it out to follow unsigned flags",
                "null | remote.publicKeys: null is not a list in [ ]",
                "5 | remote.publicKeys: 5 is not a list in [ ]",
                "[5] | remote.publicKeys[0]: 5 " + FORMS,
                "[[]] | remote.publicKeys[0]: [] " + FORMS,
                "[\"\"] | remote.publicKeys[0]: \"\" " + FORMS,
                "\"my key\" | remote.publicKeys: \"my key\" " + FORMS,
                "[\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ\"] | remote.publicKeys[0]: \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ\" "
                        + FORMS,
                "[\"-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0C\\n-----END PUBLIC KEY-----\"] | remote.publicKeys[0]: \"-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0C\\n-----END PUBLIC KEY-----\" "
                        + FORMS,
                "[{}] | remote.publicKeys[0].kty: missing",
                "{\"kty\": \"RSA\"} | remote.publicKeys.kty: \"RSA\" does not belong to a key that signs with Ed25519; expected is OKP",
                "{\"kty\": \"OKP\"} | remote.publicKeys.crv: missing",
                "{\"kty\": \"OKP\", \"crv\": \"X25519\"} | remote.publicKeys.crv: \"X25519\" does not belong to a key that signs with Ed25519; expected is Ed25519",
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\"} | remote.publicKeys.x: missing",
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"alg\": \"ES256\"} | remote.publicKeys.alg: \"ES256\" does not belong to a key that signs with Ed25519; expected is Ed25519 or EdDSA",
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"use\": \"enc\"} | remote.publicKeys.use: \"enc\" does not belong to a key that signs with Ed25519; expected is sig",
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"AAAA\"} | remote.publicKeys.x: what stands there is not 32 bytes in base64url without padding",
                "[\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\", \"AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"] | remote.publicKeys[1]: what stands there is no public key of Ed25519: there is no such point on the curve",
                "[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"] | remote.publicKeys[0]: what stands there is no key, since anybody could sign for it: its point has a small order",
                "[\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp\"] | remote.publicKeys[0]: what stands there is not 32 bytes in base64url without padding",
            })
    void whatIsNoKeyIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDocument.class).hasMessage(message);
    }

    private static List<String> privateForms() {
        String base64 = KEY.privatePem().lines().skip(1).findFirst().orElseThrow();
        return List.of(
                text(KEY.privatePem()),
                text(base64),
                text(KEY.privatePem().replace("PRIVATE KEY", "OPENSSH PRIVATE KEY")),
                "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"" + KEY.x() + "\", \"d\": \"" + KEY.d() + "\"}",
                "{\"d\": \"" + KEY.d() + "\"}");
    }

    @ParameterizedTest
    @MethodSource("privateForms")
    void aPrivateKeyIsRefusedAndNotShown(String form) {
        assertThatThrownBy(() -> read("[" + form + "]"))
                .hasMessage(
                        "remote.publicKeys[0]: holds a private key, which is for the publisher alone; make a new pair,"
                                + " since this one was seen, and name the public key here");
    }

    @Test
    void whatMayBeAPrivateKeyIsNotShownWhereverItStands() {
        String pkcs8 = KEY.privatePem().lines().skip(1).findFirst().orElseThrow();
        String hex = HexFormat.of().formatHex(new byte[64]);
        List<ThrowingCallable> mistakes = List.of(
                () -> read("\"" + hex + "\""),
                () -> read("\"" + KEY.d() + "=\""),
                () -> Section.parse("{\"d\": \"" + KEY.d() + "\" \"x\": 1}"),
                () -> Section.parse("{\"d\": " + KEY.d() + "}"),
                () -> Section.parse("{\"token\": " + hex + "}"),
                () -> Section.parse("{\n'd': '" + KEY.d() + "'}"),
                () -> Section.parse("{\"a\": \"-----BEGIN PRIVATE KEY-----\n" + pkcs8 + "\"}"),
                () -> Section.parse("{\"a\": " + pkcs8 + "}"),
                () -> Section.parse("{\"a\":\n" + pkcs8 + "}"),
                () -> Section.parse("{\"a\": [{\"d\": \"" + KEY.d() + "\"}]}")
                        .required("a")
                        .url(),
                () -> Section.parse("{\"a\": \"" + pkcs8 + "\"}").required("a").url());

        for (ThrowingCallable mistake : mistakes) {
            assertThatThrownBy(mistake)
                    .isInstanceOf(InvalidDocument.class)
                    .message()
                    .doesNotContain(KEY.d().substring(0, 20), pkcs8.substring(24), hex.substring(0, 20));
        }
    }
}

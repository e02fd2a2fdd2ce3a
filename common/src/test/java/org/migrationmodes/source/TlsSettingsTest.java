package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

class TlsSettingsTest {
    private static final String PIN = "sha256/YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE=";

    private static TlsSettings read(String json) throws InvalidDocument {
        return TlsSettings.read(Section.parse(json));
    }

    @Test
    void withoutAnyKeyTheJvmsTrustCounts() throws InvalidDocument {
        assertThat(read("{}")).isEqualTo(TlsSettings.NONE);
        assertThat(TlsSettings.NONE.hasFiles()).isFalse();
    }

    @Test
    void filesAreNamedByTheirAbsolutePaths() throws InvalidDocument {
        TlsSettings settings =
                read("{\"ca\": \"/etc/a.pem\", \"certificate\": \"/etc/b.pem\", \"key\": \"/etc/c.pem\"}");

        assertThat(settings)
                .isEqualTo(new TlsSettings(
                        Path.of("/etc/a.pem"), Path.of("/etc/b.pem"), Path.of("/etc/c.pem"), List.of()));
        assertThat(settings.hasFiles()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {PIN, "sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE="})
    void aPinIsWrittenAsOthersWriteIt(String pin) throws InvalidDocument {
        assertThat(read("{\"pins\": \"" + pin + "\"}").pins()).containsExactly(PIN);
        assertThat(read("{\"pins\": [\"" + pin + "\"]}").pins()).containsExactly(PIN);
    }

    @Test
    void aPinWhoseHashBeginsWithASlashKeepsIt() throws InvalidDocument {
        String pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

        assertThat(read("{\"pins\": \"" + pin + "\"}").pins()).containsExactly(pin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"ca\": \"ca.pem\"} | ca: \"ca.pem\" is not the absolute path of a PEM file",
                "{\"ca\": \"/a\\u0000b\"} | ca: \"/a\\u0000b\" is not the absolute path of a PEM file",
                "{\"ca\": 5} | ca: 5 is not a text",
                "{\"certificate\": \"/a\"} | certificate: \"/a\" is a certificate without a \"key\"",
                "{\"key\": \"/a\"} | key: a key without a \"certificate\"",
                "{\"certificate\": \"/a\", \"key\": \"-----BEGIN PRIVATE KEY----- hush\"} | key: what stands there is not the absolute path of a PEM file",
                "{\"certificate\": \"/a\", \"key\": [\"hush\"]} | key: what stands there is not the absolute path of a PEM file",
                "{\"pins\": []} | pins: [] is empty",
                "{\"pins\": {}} | pins: {} is not a list in [ ]",
                "{\"pins\": [\"" + PIN
                        + "\", \"md5/x\"]} | pins[1]: \"md5/x\" is not \"sha256/\" and the 44 characters of a key's SHA-256 in base64",
                // The last letter holds bits that no hash has.
                "{\"pins\": \"sha256/YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwF=\"} | pins: \"sha256/YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwF=\" is not \"sha256/\" and the 44 characters of a key's SHA-256 in base64",
            })
    void whatIsWrongIsNamedButNeverAKey(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDocument.class).hasMessage(message);
    }
}

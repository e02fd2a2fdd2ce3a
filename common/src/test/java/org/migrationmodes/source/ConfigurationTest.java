package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;

class ConfigurationTest {
    private static Configuration read(String json) throws InvalidDocument {
        return Configuration.read(json, "wiki", section -> () -> {});
    }

    @Test
    void theFileOfTheContractIsRead() throws InvalidDocument {
        Configuration configuration = read("""
                {
                  "mode": "read-only",                                   // the local flag: edit, save, done within a second
                  "announcement": "https://www.example.org/post/infrastructure-migration/"
                }
                """);

        assertThat(configuration.own())
                .isNotNull()
                .extracting(own -> own.mode())
                .isEqualTo(Mode.READ_ONLY);
        assertThat(configuration.document().announcement()).isNotNull();
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void aRemoteMayBeJustItsUrlAndIsFollowed() throws InvalidDocument {
        Configuration configuration = read("{\"remote\": \"https://example.org/flag.json\"}");

        assertThat(configuration.own()).isNull();
        assertThat(configuration.followed())
                .isEqualTo(new RemoteSettings(
                        URI.create("https://example.org/flag.json"),
                        Duration.ofSeconds(15),
                        false,
                        TlsSettings.NONE,
                        PublicKeys.NONE));
    }

    @Test
    void settingsOfTheRemoteAreReadUnderATurkishLocaleToo() throws InvalidDocument {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(
                            read("{\"remote\": {\"url\": \"HTTP://WIKI.example\", \"interval\": \"5m\", \"allowHttp\": true},"
                                            + " \"mode\": \"maintenance\", \"initially\": \"read-only\"}")
                                    .followed())
                    .isEqualTo(new RemoteSettings(
                            URI.create("HTTP://WIKI.example"),
                            Duration.ofMinutes(5),
                            true,
                            TlsSettings.NONE,
                            PublicKeys.NONE));
            assertThatThrownBy(() -> read("{\"remote\": \"HTTP://WIKI.example\"}"))
                    .hasMessageContaining("is not encrypted");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"mode\": \"follow\"} | mode: \"follow\" needs a \"remote\" or an \"etcd\" to follow",
                "{\"mode\": \"frozen\"} | mode: \"frozen\" is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance, or follow",
                "{\"mode\": null} | mode: null is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance, or follow",
                "{\"mode\": \"closed\", \"until\": \"later\"} | until: \"later\" is not a time with an offset, such as 2021-02-26T20:00:00Z or 2021-02-26T21:00:00+01:00",
                "{\"service\": \"my wiki\"} | service: \"my wiki\" is not a name of up to 64 letters (a-z), digits, '.', '_' and '-'",
                "{\"service\": \"wiki@new\"} | service: \"wiki@new\" is not a name of up to 64 letters (a-z), digits, '.', '_' and '-'",
                "{\"site\": \"\"} | site: \"\" is not a name of up to 64 letters (a-z), digits, '.', '_' and '-'",
                "{\"initially\": \"follow\"} | initially: \"follow\" is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance",
                "{\"remote\": 5} | remote: 5 is neither a URL nor an object in { } with a url",
                "{\"remote\": {}} | remote.url: missing",
                "{\"remote\": \"https://host:99999/\"} | remote: \"https://host:99999/\" has a host name or port that cannot be; a host name in other letters than a-z, 0-9 and - must be written in its xn-- form",
                "{\"remote\": {\"url\": \"https://example.org\", \"interval\": 15}} | remote.interval: 15 is not a duration, such as \"15s\" or \"5m\"; the units are ms, s, m and h",
                "{\"remote\": {\"url\": \"https://example.org\", \"interval\": \"0s\"}} | remote.interval: \"0s\" is not a duration, such as \"15s\" or \"5m\"; the units are ms, s, m and h",
                "{\"remote\": {\"url\": \"https://example.org\", \"interval\": \"999ms\"}} | remote.interval: \"999ms\" is shorter than one second",
                "{\"remote\": {\"url\": \"https://example.org\", \"interval\": \"999999999h\"}} | remote.interval: \"999999999h\" is longer than one hour",
                "{\"remote\": {\"url\": \"http://example.org\"}} | remote.url: \"http://example.org\" is not encrypted, so anybody on the way could open or freeze this server; use https, or say { \"url\": …, \"allowHttp\": true }",
                "{\"remote\": {\"url\": \"https://example.org\", \"publicKeys\": []}} | remote.publicKeys: [] names no key; leave it out to follow unsigned flags",
                "{\"services\": {\"wiki\": \"frozen\"}, \"mode\": \"normal\"} | services.wiki: \"frozen\" is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance",
            })
    void whatIsWrongIsRefusedWithItsPlaceAndValue(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDocument.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"untill\": 1} | untill: unknown key, ignored; did you mean \"until\"?",
                "{\"until\": \"2021-02-26T20:00:00Z\"} | until: not used, since it belongs to a \"mode\" that this file does not say",
                "{\"remote\": \"https://example.org\", \"services\": {\"wiki\": \"normal\"}} | services: not used, since the published flag is followed",
                "{\"mode\": \"closed\"} | announcement: missing, so visitors are told that something is paused but not where to read why",
                "{\"services\": {\"wiki\": \"closed\"}} | announcement: missing, so visitors are told that something is paused but not where to read why",
            })
    void whatIsOddIsWarnedOf(String json, String warning) throws InvalidDocument {
        assertThat(read(json).warnings()).containsExactly(warning);
    }
}

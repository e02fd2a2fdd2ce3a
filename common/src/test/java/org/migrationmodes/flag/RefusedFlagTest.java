package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flag that is wrong is refused with the place and the value, and what is only odd is warned of. */
class RefusedFlagTest extends FlagReading {
    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidDocument.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 | services.wiki: 5 is neither a mode, such as \"read-only\", nor an object in { } with a mode or a schedule",
                "null | services.wiki: null is neither a mode, such as \"read-only\", nor an object in { } with a mode or a schedule",
                "\"frozen\" | services.wiki: \"frozen\" is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance",
                "\"Normal\" | services.wiki: \"Normal\" is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance",
                "{\"mode\": true} | services.wiki.mode: true is not a mode; the modes are normal, announced, read-only, moved, closed, maintenance",
                "{} | services.wiki: says neither a mode nor a schedule",
                "{\"mode\": \"normal\", \"schedule\": []} | services.wiki: says both a mode and a schedule",
                "{\"schedule\": []} | services.wiki.schedule: [] has no entry",
                "{\"schedule\": {}} | services.wiki.schedule: {} is not a list in [ ]",
                "{\"schedule\": [5]} | services.wiki.schedule[0]: 5 is not an object in { }",
                "{\"schedule\": [{\"mode\": \"moved\"}]} | services.wiki.schedule[0].at: missing",
                "{\"schedule\": [{\"at\": \"2021-02-26T20:00:00Z\"}]} | services.wiki.schedule[0].mode: missing",
                "{\"mode\": \"moved\", \"until\": \"tonight\"} | services.wiki.until: \"tonight\" is not a time with an offset, such as 2021-02-26T20:00:00Z or 2021-02-26T21:00:00+01:00",
                "{\"mode\": \"moved\", \"until\": 1614369600} | services.wiki.until: 1614369600 is not a time with an offset, such as 2021-02-26T20:00:00Z or 2021-02-26T21:00:00+01:00",
                "{\"mode\": \"moved\", \"until\": \"2021-02-26T20:00:00\"} | services.wiki.until: \"2021-02-26T20:00:00\" is not a time with an offset, such as 2021-02-26T20:00:00Z or 2021-02-26T21:00:00+01:00",
                "{\"mode\": \"moved\", \"until\": \"+99999-02-26T20:00:00Z\"} | services.wiki.until: \"+99999-02-26T20:00:00Z\" is not a time with an offset, such as 2021-02-26T20:00:00Z or 2021-02-26T21:00:00+01:00",
                "{\"mode\": \"moved\", \"message\": 5} | services.wiki.message: 5 is neither a text nor an object in { } with a text for each language",
                "{\"mode\": \"moved\", \"message\": {}} | services.wiki.message: {} has no text",
                "{\"mode\": \"moved\", \"message\": {\"en\": 5}} | services.wiki.message.en: 5 is not a text",
                "{\"mode\": \"moved\", \"message\": {\"en_US\": \"x\"}} | services.wiki.message.en_US: \"x\" has a key that is not a language tag, such as \"en\" or \"pt-BR\"",
                "{\"mode\": \"moved\", \"message\": {\"\": \"x\"}} | services.wiki.message[\"\"]: \"x\" has a key that is not a language tag, such as \"en\" or \"pt-BR\"",
                "{\"mode\": \"moved\", \"message\": {\"en-US\": \"x\", \"en-us\": \"y\"}} | services.wiki.message.en-us: \"y\" is a second text for the same language",
            })
    void aServiceThatIsWrongIsRefusedWithItsPlaceAndValue(String service, String message) {
        assertRefused("{\"services\": {\"wiki\": " + service + "}}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | services: missing; a published flag says there which mode holds, as in { \"wiki\": \"read-only\" }",
                "{\"services\": {}} | services: {} names no service; to open one say so, as in { \"wiki\": \"normal\" }",
                "{\"services\": null} | services: null is not an object in { }",
                "{\"services\": [\"wiki\"]} | services: [\"wiki\"] is not an object in { }",
                "{\"mode\": \"closed\", \"services\": {\"wiki\": \"closed\"}} | mode: \"closed\" stands at the top, where only a server's own file may say a mode; a published flag says it for a service, as in \"services\": { \"wiki\": \"read-only\" }",
                "{\"services\": {\"my wiki\": \"closed\"}} | services[\"my wiki\"]: \"closed\" has a name that is not made of up to 64 letters (a-z), digits, '.', '_' and '-', with or without an @site of the same",
                "{\"services\": {\"a\\nb\": \"closed\"}} | services[\"a\\nb\"]: \"closed\" has a name that is not made of up to 64 letters (a-z), digits, '.', '_' and '-', with or without an @site of the same",
                "{\"epoch\": \"7\", \"services\": {\"w\": \"closed\"}} | epoch: \"7\" is not a whole number",
                "{\"epoch\": 7.5, \"services\": {\"w\": \"closed\"}} | epoch: 7.5 is not a whole number",
                "{\"epoch\": -1, \"services\": {\"w\": \"closed\"}} | epoch: -1 is not a whole number from 0 to 2^53",
                "{\"epoch\": 9007199254740993, \"services\": {\"w\": \"closed\"}} | epoch: 9007199254740993 is not a whole number from 0 to 2^53",
                "{\"epoch\": 1e999999999, \"services\": {\"w\": \"closed\"}} | epoch: \"Infinity\" is not a whole number",
                "{\"epoch\": 99999999999999999999, \"services\": {\"w\": \"closed\"}} | epoch: 99999999999999999999 is not a whole number",
                "{\"announcement\": 5, \"services\": {\"w\": \"closed\"}} | announcement: 5 is neither a URL nor an object in { } with a url",
                "{\"announcement\": {\"title\": \"x\"}, \"services\": {\"w\": \"closed\"}} | announcement.url: missing",
            })
    void aDocumentThatIsWrongIsRefusedWithItsPlaceAndValue(String json, String message) {
        assertRefused(json, message);
    }

    @Test
    void twoEntriesAtTheSameTimeAreRefusedEvenIfTheyAreWrittenDifferently() {
        assertRefused(
                """
                {"services": {"wiki": {"schedule": [
                  {"at": "2021-02-26T20:00:00Z", "mode": "read-only"},
                  {"at": "2021-02-26T21:00:00+01:00", "mode": "moved"}]}}}""",
                "services.wiki.schedule[1].at: \"2021-02-26T21:00:00+01:00\" is the time of another entry already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "javascript:alert(1) | is not a URL that begins with https:// or http:// and a host name",
                "ftp://example.org/ | is not a URL that begins with https:// or http:// and a host name",
                "//example.org/ | is not a URL that begins with https:// or http:// and a host name",
                "/post/ | is not a URL that begins with https:// or http:// and a host name",
                "https:///post/ | is not a URL that begins with https:// or http:// and a host name",
                "https:example.org | is not a URL that begins with https:// or http:// and a host name",
                "https://μετάβαση.example/ | has a host name or port that cannot be; a host name in other letters than a-z, 0-9 and - must be written in its xn-- form",
                "https://example.org:99999/ | has a host name or port that cannot be; a host name in other letters than a-z, 0-9 and - must be written in its xn-- form",
                "https://example.org/a b | is not a URL: illegal character in path at character 22",
                "https:// | is not a URL: expected authority at character 9",
            })
    void aUrlThatABrowserMustNotBeSentToIsRefused(String url, String problem) {
        assertRefused(
                "{\"announcement\": \"" + url + "\", \"services\": {\"wiki\": \"closed\"}}",
                "announcement: \"" + url + "\" " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:secret@example.org/", "https://@example.org/"})
    void aUrlWithAPasswordIsRefusedAndNotShown(String url) {
        assertRefused(
                "{\"announcement\": \"" + url + "\", \"services\": {\"wiki\": \"closed\"}}",
                "announcement: what stands there holds a user name or password before the @, where everybody would read it");
    }

    @Test
    void anUnknownKeyIsAWarningWithAGuess() throws InvalidDocument {
        Section root = Section.parse("""
                {"$schema": "x", "anouncement": "x", "xyzzy": 1,
                 "services": {"wiki": {"mode": "closed", "Until": "x"}}}""");
        FlagJson.published(root);

        assertThat(root.unknownKeys())
                .containsExactlyInAnyOrder(
                        "anouncement: unknown key, ignored; did you mean \"announcement\"?",
                        "xyzzy: unknown key, ignored",
                        "services.wiki.Until: unknown key, ignored; did you mean \"until\"?");
    }

    @Test
    void aThousandUnknownKeysAreNotAThousandLinesInTheLog() throws InvalidDocument {
        StringBuilder json = new StringBuilder("{\"services\": {\"wiki\": \"closed\"}");
        for (int i = 0; i < 1000; i++) {
            json.append(", \"k").append(i).append("\": 1");
        }
        Section root = Section.parse(json + "}");
        FlagJson.published(root);

        assertThat(root.unknownKeys()).hasSize(21).last().isEqualTo("980 more unknown keys, ignored");
    }

    @Test
    void aFrozenServiceWithoutAnAnnouncementIsValidWithAWarning() throws InvalidDocument {
        assertThat(FlagJson.warnings(read("{\"services\": {\"wiki\": \"closed\"}}")))
                .containsExactly(FlagJson.NO_ANNOUNCEMENT);
        assertThat(FlagJson.warnings(read("{\"services\": {\"wiki\": \"normal\"}}")))
                .isEmpty();
        assertThat(FlagJson.warnings(
                        read("{\"announcement\": \"https://example.org\", \"services\": {\"wiki\": \"closed\"}}")))
                .isEmpty();
    }
}

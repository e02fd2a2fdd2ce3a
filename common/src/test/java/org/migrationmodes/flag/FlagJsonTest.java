package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a published flag means, in each way to write it. */
class FlagJsonTest extends FlagReading {
    @Test
    void theDocumentOfTheContractIsReadInFull() throws InvalidDocument {
        FlagDocument document = read("""
                {
                  "epoch": 7,
                  "expires": "2021-03-01T00:00:00Z",
                  "announcement": {
                    "url": "https://www.example.org/post/infrastructure-migration/",
                    "title": { "en": "Infrastructure migration", "el": "Μετάβαση υποδομής" }
                  },
                  "services": {
                    "forum":     { "mode": "maintenance", "until": "2021-02-26T22:00:00Z",
                                   "message": { "en": "New posts are paused while the forums move." } },
                    "wiki":      { "schedule": [ { "at": "2021-02-26T14:00:00Z", "mode": "announced" },
                                                 { "at": "2021-02-26T20:00:00Z", "mode": "read-only", "until": "2021-02-26T22:00:00Z" },
                                                 { "at": "2021-02-26T22:00:00Z", "mode": "moved" } ] },
                    "wiki@new":  "normal"
                  }
                }
                """);

        assertThat(document.epoch()).isEqualTo(7);
        assertThat(document.expires()).isEqualTo("2021-03-01T00:00:00Z");
        assertThat(document.announcement())
                .isEqualTo(new Announcement(
                        URI.create("https://www.example.org/post/infrastructure-migration/"),
                        new Texts(Map.of("en", "Infrastructure migration", "el", "Μετάβαση υποδομής"))));
        assertThat(document.of("forum", null).at(NOON))
                .isEqualTo(new Phase(
                        Instant.MIN,
                        Mode.READ_ONLY,
                        Instant.parse("2021-02-26T22:00:00Z"),
                        new Texts(Map.of("en", "New posts are paused while the forums move."))));
        Schedule wiki = document.of("wiki", "old");
        assertThat(wiki.phases()).extracting(Phase::mode).containsExactly(Mode.ANNOUNCED, Mode.READ_ONLY, Mode.MOVED);
        assertThat(document.of("wiki", "new"))
                .extracting(s -> s.at(NOON).mode())
                .isEqualTo(Mode.NORMAL);
    }

    @Test
    void aScheduleHoldsFromItsEntrysSecondOnAndIsNormalBeforeTheFirst() throws InvalidDocument {
        Schedule wiki = read("""
                {"services": {"wiki": {"schedule": [
                  {"at": "2021-02-26T23:00:00+01:00", "mode": "moved"},
                  {"at": "2021-02-26T20:00:00Z", "mode": "read-only"}]}}}""").of("wiki", null);

        Instant freeze = Instant.parse("2021-02-26T20:00:00Z");
        assertThat(wiki.at(freeze.minusNanos(1)).mode()).isEqualTo(Mode.NORMAL);
        assertThat(wiki.at(freeze).mode()).isEqualTo(Mode.READ_ONLY);
        assertThat(wiki.next(freeze.minusNanos(1)))
                .get()
                .extracting(Phase::mode)
                .isEqualTo(Mode.READ_ONLY);
        assertThat(wiki.next(freeze)).get().extracting(Phase::at).isEqualTo(Instant.parse("2021-02-26T22:00:00Z"));
        assertThat(wiki.at(Instant.parse("2021-02-26T22:00:00Z")).mode()).isEqualTo(Mode.MOVED);
        assertThat(wiki.next(Instant.parse("2021-02-26T22:00:00Z"))).isEmpty();
    }

    @Test
    void nobodyChangesTheEntriesOfAScheduleNorOfOneThatWasShortened() throws InvalidDocument {
        Schedule wiki = read("{\"services\": {\"wiki\": \"closed\"}}").of("wiki", null);

        for (Schedule schedule : List.of(wiki, wiki.openingNothingAfter(NOON))) {
            assertThatThrownBy(() -> schedule.phases().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "normal,NORMAL",
        "announced,ANNOUNCED",
        "read-only,READ_ONLY",
        "maintenance,READ_ONLY",
        "moved,MOVED",
        "closed,CLOSED"
    })
    void aServiceMayBeJustItsMode(String word, Mode mode) throws InvalidDocument {
        assertThat(mode("{\"services\": {\"wiki\": \"" + word + "\"}}", "wiki")).isEqualTo(mode);
    }

    @Test
    void aServiceThatIsNotNamedIsNormal() throws InvalidDocument {
        assertThat(mode("{\"services\": {\"wiki\": \"closed\"}}", "forum")).isEqualTo(Mode.NORMAL);
    }

    @Test
    void theNameAtASiteBeatsTheNameOnThatSiteAlone() throws InvalidDocument {
        FlagDocument document = read("{\"services\": {\"wiki@new\": \"announced\", \"wiki\": \"moved\"}}");

        assertThat(document.of("wiki", "new").at(NOON).mode()).isEqualTo(Mode.ANNOUNCED);
        assertThat(document.of("wiki", "old").at(NOON).mode()).isEqualTo(Mode.MOVED);
        assertThat(document.of("wiki", null).at(NOON).mode()).isEqualTo(Mode.MOVED);
    }

    @Test
    void theAnnouncementMayBeJustItsUrl() throws InvalidDocument {
        assertThat(read("{\"announcement\": \"https://example.org/Ω\", \"services\": {\"wiki\": \"closed\"}}")
                        .announcement())
                .isEqualTo(new Announcement(URI.create("https://example.org/%CE%A9"), Texts.NONE));
    }

    @Test
    void aTextMayBeAPlainString() throws InvalidDocument {
        assertThat(read("{\"services\": {\"wiki\": {\"mode\": \"closed\", \"message\": \"Back soon\"}}}")
                        .of("wiki", null)
                        .at(NOON)
                        .message())
                .isEqualTo(Texts.plain("Back soon"));
    }

    @Test
    void languageTagsAreKeptInTheirCanonicalForm() throws InvalidDocument {
        Texts message = read("""
                {"services": {"wiki": {"mode": "closed", "message": {"pt-br": "a", "ZH-hant-TW": "b"}}}}""").of("wiki", null).at(NOON).message();

        assertThat(message.byLanguage()).containsOnlyKeys("pt-BR", "zh-Hant-TW");
        assertThat(message.lookup(List.of("pt-br", "pt", "en"))).contains(new Texts.Text("pt-BR", "a"));
    }

    @Test
    void commentsAndTrailingCommasAreAllowed() throws InvalidDocument {
        assertThat(mode("{ // a\n \"services\": /* b */ {\"wiki\": \"closed\",},}", "wiki"))
                .isEqualTo(Mode.CLOSED);
    }

    @Test
    void aServiceNamedWithADotIsNotMistakenForAKeyOfAnother() throws InvalidDocument {
        String json = """
                {"services": {"wiki": {"mode": "closed", "message": {"en": "x"}}, "wiki.message": {"mode": "moved"}}}""";

        assertThat(mode(json, "wiki.message")).isEqualTo(Mode.MOVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "HTTPS://EXAMPLE.org:8443/a?b=c#d",
                "http://[::1]:8080/",
                "https://xn--mxa.example/"
            })
    void aWebUrlIsAccepted(String url) throws InvalidDocument {
        assertThat(read("{\"announcement\": \"" + url + "\", \"services\": {\"wiki\": \"closed\"}}")
                        .announcement())
                .isEqualTo(new Announcement(URI.create(url), Texts.NONE));
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSame() throws InvalidDocument {
        Flag flag = new Flag(
                "forum",
                Mode.MOVED,
                NOON,
                NOON,
                new Texts(Map.of(Texts.NO_LANGUAGE, "\"quoted\"\u2028 Ω", "el", "ω")),
                new Announcement(URI.create("https://example.org/a"), Texts.plain("t")),
                9L,
                null);

        FlagDocument document = FlagJson.document(Section.parse(FlagWriter.document(flag)));

        assertThat(document.of("forum", null).at(NOON))
                .isEqualTo(new Phase(Instant.MIN, Mode.MOVED, NOON, flag.message()));
        assertThat(document.announcement()).isEqualTo(flag.announcement());
        assertThat(document.epoch()).isEqualTo(9);
    }

    @Test
    void underATurkishLocaleTheWordsAreTheSame() throws InvalidDocument {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            Section root = Section.parse("""
                    {"announcement": "HTTPS://EXAMPLE.ORG/I", "EXPIRES": "x",
                     "services": {"wiki": {"mode": "maintenance", "message": {"IT": "x"}}}}""");
            FlagDocument document = FlagJson.published(root);
            assertThat(document.of("wiki", null).at(NOON).mode()).isEqualTo(Mode.READ_ONLY);
            assertThat(document.of("wiki", null).at(NOON).message().byLanguage())
                    .containsOnlyKeys("it");
            assertThat(root.unknownKeys()).containsExactly("EXPIRES: unknown key, ignored; did you mean \"expires\"?");
        } finally {
            Locale.setDefault(before);
        }
    }
}

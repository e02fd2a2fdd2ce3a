package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Texts;
import org.migrationmodes.gate.GateWords;

/** Each text of the banner is in the visitor's language, or says in which it is. */
class BannerLanguagesTest {
    private static final Wording WORDING = Wording.beside(GateWords.class);

    private static Banner banner(Texts message, Texts title) {
        Instant night = Instant.parse("2021-02-26T22:00:00Z");
        Announcement announcement = new Announcement(URI.create("https://www.example.org/"), title);
        Flag flag = new Flag("wiki", Mode.READ_ONLY, night, night, message, announcement, null, null);
        return new Banner(flag, WORDING, "/banner.css", false);
    }

    private static String markup(Banner banner, String acceptLanguage) {
        return new String(banner.markup(acceptLanguage, PagePolicy.ALL), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ar              | lang="ar" dir="rtl"
        ar-EG, de       | lang="ar" dir="rtl"
        de-AT           | lang="de" dir="ltr"
        zh-TW, zh;q=0.9 | lang="zh-Hant" dir="ltr"
        fr, el;q=0.5    | lang="en" dir="ltr"
        de;q=0          | lang="en" dir="ltr"
        *               | lang="en" dir="ltr"
        en, de          | lang="en" dir="ltr"
        """)
    void saysItsLanguageAndDirection(String acceptLanguage, String attributes) {
        assertThat(markup(banner(Texts.NONE, Texts.NONE), acceptLanguage))
                .containsPattern("^<div class=\"migration-banner [^>]*" + attributes + ">");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "xx", "\"><script>"})
    void isEnglishForWhoeverSaysNothingThatIsUnderstood(String acceptLanguage) {
        assertThat(markup(banner(Texts.NONE, Texts.NONE), acceptLanguage))
                .contains("lang=\"en\"", "This wiki is read-only while it moves to new servers.")
                .doesNotContain("<span");
    }

    @Test
    void theTimeIsWrittenInTheLanguageAndForTheScript() {
        assertThat(markup(banner(Texts.NONE, Texts.NONE), "de"))
                .contains("ab dem <time datetime=\"2021-02-26T22:00:00Z\" dir=\"auto\">"
                        + "26. Februar 2021 um 22:00 Uhr (UTC)</time>.");
    }

    @Test
    void aTextInTheLanguageAroundItNeedsNoMark() {
        assertThat(markup(banner(new Texts(Map.of("de", "Wartung")), Texts.NONE), "de"))
                .contains("</strong> Wartung Bearbeiten", "lang=\"de\"");
    }

    @Test
    void aTextInAnotherLanguageSaysInWhichAndWhereItStarts() {
        Texts message = new Texts(Map.of("de", "Wartung"));
        Texts title = new Texts(Map.of("ar", "x"));

        assertThat(markup(banner(message, title), "fr"))
                .contains(
                        "lang=\"en\" dir=\"ltr\"",
                        "<span lang=\"de\" dir=\"ltr\">Wartung</span>",
                        "<a href=\"https://www.example.org/\"><span lang=\"ar\" dir=\"rtl\">x</span></a>");
    }

    @Test
    void ofATextWhoseLanguageNobodyNamedNoneIsClaimed() {
        assertThat(markup(banner(Texts.plain("Back soon"), Texts.NONE), "ar"))
                .contains("lang=\"ar\" dir=\"rtl\"", "<span lang=\"\" dir=\"auto\">Back soon</span>");
    }

    @Test
    void eachTextIsLookedUpForItself() {
        Map<String, String> inOrder = new LinkedHashMap<>();
        inOrder.put("ja", "ja-message");
        inOrder.put("fr", "fr-message");
        Banner banner = banner(new Texts(inOrder), new Texts(Map.of("en", "en-title", "de", "de-title")));

        assertThat(markup(banner, "fr-CA,de;q=0.8"))
                .contains("lang=\"de\"", "<span lang=\"fr\" dir=\"ltr\">fr-message")
                .contains("\">de-title</a>");
        assertThat(markup(banner, "el")).contains("lang=\"en\"", "ja-message", "en-title");
    }

    @Test
    void whereTheDetailIsNotTranslatedItSaysThatItIsEnglish() {
        assertThat(markup(banner(Texts.NONE, Texts.NONE), "ar"))
                .contains("<span lang=\"en\" dir=\"ltr\">You can read every page; editing is paused.</span>");
    }

    @Test
    void thousandsOfSpellingsShareOneBanner() {
        Banner banner = banner(new Texts(Map.of("en", "m", "el", "μ")), Texts.NONE);
        byte[] german = banner.markup("de", PagePolicy.ALL);

        for (int i = 0; i < 5000; i++) {
            assertThat(banner.markup("de-x" + i + ",fr-" + (1000 + i), PagePolicy.ALL))
                    .isSameAs(german);
        }
        assertThat(banner.markup("de,el;q=0.1", PagePolicy.ALL)).isNotSameAs(german);
        assertThat(banner.markup("de", PagePolicy.ALL)).isSameAs(german);
    }
}

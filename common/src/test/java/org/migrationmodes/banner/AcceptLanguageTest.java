package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 12.5.4, and RFC 4647, section 3.4. */
class AcceptLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de                              | de
        de-AT                           | de-at de
        DE-at                           | de-at de
        el;q=0.5, fr                    | fr el
        de-AT,de;q=0.9,en-US;q=0.8      | de-at de en-us en
        en-US, de, en;q=0.5             | en-us en de
        fr;q=0.501, de;q=0.5, el;q=0.52 | el fr de
        zh-Hant-CN-x-private1-private2  | zh-hant-cn-x-private1-private2 zh-hant-cn-x-private1 zh-hant-cn zh-hant zh
        de-x-foo                        | de-x-foo de
        zh-TW                           | zh-tw zh-hant zh
        zh-HK, en                       | zh-hk zh-hant zh en
        zh-MO                           | zh-mo zh-hant zh
        zh-Hant-HK                      | zh-hant-hk zh-hant zh
        zh-CN                           | zh-cn zh-hans zh
        es-419                          | es-419 es
        fr ; q=0.1 , de                 | de fr
        *, de;q=0.5                     | de
        de;Q=0.4, fr;q=1.000, el;q=1.   | fr el de
        """)
    void eachRangeIsLookedForAndThenWhatItIsShortenedTo(String header, String tags) {
        assertThat(AcceptLanguage.parse(header)).containsExactly(tags.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de;q=0, fr          | fr
        de-AT, de;q=0, fr   | de-at fr
        en-GB;q=0, en       | en
        en;q=0.000, en-US   | en-us
        zh-TW, zh-Hant;q=0  | zh-tw zh
        fr, FR;q=0, de      | de
        """)
    void whatIsRefusedIsNeverLookedFor(String header, String tags) {
        assertThat(AcceptLanguage.parse(header)).containsExactly(tags.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de_AT, fr              | fr
        fr;q=2, de             | de
        fr;q=-1, de            | de
        fr;q=0.5555, de        | de
        fr;q=, de              | de
        fr;level=1, de         | de
        ,,; ,de,               | de
        toolonglanguage, de    | de
        é, de                  | de
        de--AT, fr             | fr
        -de, fr-, el           | el
        *-DE, fr               | fr
        """)
    void whatIsWrongIsPassedOver(String header, String tags) {
        assertThat(AcceptLanguage.parse(header)).containsExactly(tags.split(" "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*", "*;q=0", "de;q=0", ",", ";q=1", "\u0000", "\"><script>", "ı", "de;q=0.0001"})
    void nothingUnderstoodIsNothingWanted(String header) {
        assertThat(AcceptLanguage.parse(header)).isEmpty();
    }

    @Test
    void aLongHeaderCostsNoMoreThanItsBeginning() {
        String many = IntStream.range(0, 5000)
                .mapToObj(i -> "a" + Integer.toString(i, 36).replaceAll("[0-9]", "z") + "-x" + i + ";q=0.9")
                .collect(Collectors.joining(","));

        assertThat(AcceptLanguage.parse(many)).hasSizeLessThanOrEqualTo(2 * AcceptLanguage.MOST_RANGES);
        assertThat(AcceptLanguage.parse("el," + many)).startsWith("el");
        assertThat(AcceptLanguage.parse(",".repeat(100_000) + "el")).isEmpty();
    }

    @Test
    void aLongRangeIsNoLanguage() {
        assertThat(AcceptLanguage.parse("de" + "-a1".repeat(30_000) + ", fr")).containsExactly("fr");
        assertThat(AcceptLanguage.parse("de" + " ".repeat(30_000) + "x, fr")).containsExactly("fr");
    }

    @Test
    void underATurkishLocaleTheTagsAreTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(AcceptLanguage.parse("IT-IT")).isEqualTo(List.of("it-it", "it"));
        } finally {
            Locale.setDefault(before);
        }
    }
}

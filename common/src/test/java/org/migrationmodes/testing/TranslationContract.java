package org.migrationmodes.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationmodes.banner.Markup;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.banner.Words;

/** What a reader who knows none of these languages can check of them. */
public abstract class TranslationContract {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern ENGLISH_WORD = Pattern.compile("(?i)\\b(the|this|you|your|and|not|these)\\b");

    /** What nothing in a language can do without; the others are in Latin letters. */
    private static final Map<String, Pattern> SCRIPTS = Map.of(
            "ar", Pattern.compile("\\p{IsArabic}"),
            "el", Pattern.compile("\\p{IsGreek}"),
            "ja", Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]"),
            "ru", Pattern.compile("\\p{IsCyrillic}"),
            "zh", Pattern.compile("\\p{IsHan}"),
            "zh-Hant", Pattern.compile("\\p{IsHan}"));

    /** One evening, the name of its month in the case that a date needs. */
    private static final Map<String, String> DATES = Map.ofEntries(
            Map.entry("en", "6 February 2021, 20:05 UTC"),
            Map.entry("ar", "6 فبراير 2021، الساعة 20:05 UTC"),
            Map.entry("de", "6. Februar 2021 um 20:05 Uhr (UTC)"),
            Map.entry("el", "6 Φεβρουαρίου 2021, 20:05 UTC"),
            Map.entry("es", "6 de febrero de 2021 a las 20:05 UTC"),
            Map.entry("fr", "6 février 2021 à 20:05 UTC"),
            Map.entry("it", "6 febbraio 2021 alle ore 20:05 UTC"),
            Map.entry("ja", "2021年2月6日 20:05（UTC）"),
            Map.entry("nl", "6 februari 2021 om 20:05 uur (UTC)"),
            Map.entry("pl", "6 lutego 2021, 20:05 UTC"),
            Map.entry("pt", "6 de fevereiro de 2021 às 20:05 UTC"),
            Map.entry("ru", "6 февраля 2021 г., 20:05 UTC"),
            Map.entry("zh", "2021年2月6日 20:05（UTC）"),
            Map.entry("zh-Hant", "2021年2月6日 20:05（UTC）"));

    /** Old charsets that have the characters of one way to write Chinese and not those of the other. */
    private static final Map<String, String> CHARSETS = Map.of("zh", "GB2312", "zh-Hant", "Big5");

    private final Class<?> home;
    private final Wording wording;
    private final Words english;

    /** By a class of the plugin, beside which its words lie. */
    protected TranslationContract(Class<?> home) {
        this.home = home;
        this.wording = Wording.beside(home);
        this.english = wording.in(List.of());
    }

    private Stream<DynamicTest> inEachTranslation(BiConsumer<String, Words> check) {
        return wording.all().stream()
                .filter(words -> !words.language().equals("en"))
                .map(words -> dynamicTest(words.language(), () -> check.accept(words.language(), words)));
    }

    private Stream<DynamicTest> ofEachText(BiConsumer<String, String> check) {
        return wording.all().stream()
                .map(words -> dynamicTest(
                        words.language(),
                        () -> assertThat(words.keys()).allSatisfy(key -> check.accept(key, words.of(key)))));
    }

    @Test
    void everyFileIsAmongTheLanguages() throws IOException, URISyntaxException {
        Set<String> files = new TreeSet<>();
        for (Path file : files()) {
            files.add(file.getFileName().toString());
        }
        Set<String> languages = new TreeSet<>(Set.of("messages.properties"));
        wording.all().stream()
                .filter(words -> !words.equals(english))
                .forEach(words -> languages.add("messages_" + words.language() + ".properties"));

        assertThat(files).isEqualTo(languages).hasSizeGreaterThan(10);
    }

    @Test
    void everyFileIsUtf8AndSaysNothingTwice() throws IOException, URISyntaxException {
        for (Path file : files()) {
            // throws where it is not UTF-8
            List<String> keys = Files.readString(file)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2)[0])
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    private List<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        requireNonNull(home.getResource("messages.properties")).toURI())
                .getParent();
        try (Stream<Path> files = Files.list(requireNonNull(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith("messages"))
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> hasTheKeysOfEnglish() {
        return inEachTranslation((language, words) -> assertThat(words.keys()).isEqualTo(english.keys()));
    }

    @TestFactory
    Stream<DynamicTest> hasThePlaceholdersOfEnglish() {
        return inEachTranslation((language, words) -> assertThat(words.keys())
                .allSatisfy(key -> assertThat(placeholders(words.of(key))).isEqualTo(placeholders(english.of(key)))));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> isTranslated() {
        return inEachTranslation((language, words) -> assertThat(words.keys())
                .filteredOn(key -> !key.equals("time"))
                .allSatisfy(key -> assertThat(words.of(key))
                        .isNotEqualTo(english.of(key))
                        .doesNotContainPattern(ENGLISH_WORD)
                        .containsPattern(SCRIPTS.getOrDefault(language, Pattern.compile("\\p{IsLatin}")))));
    }

    @TestFactory
    Stream<DynamicTest> isInItsOwnCharacters() {
        return inEachTranslation((language, words) -> {
            Charset charset = Charset.forName(CHARSETS.getOrDefault(language, "UTF-8"));
            assertThat(words.keys())
                    .allSatisfy(key -> assertThat(charset.newEncoder().canEncode(words.of(key)))
                            .as(words.of(key))
                            .isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> isTidy() {
        return ofEachText((key, text) -> assertThat(text)
                .isEqualTo(text.strip())
                .isNotEmpty()
                .doesNotContain("\"", "'", "  ", "...", "<", "&", "\\", "\uFFFD")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}]"));
    }

    @TestFactory
    Stream<DynamicTest> survivesAnyCharset() {
        return ofEachText((key, text) -> assertThat(new Markup().text(text).toString())
                .matches("\\p{ASCII}+")
                .doesNotContain("&#xFFFD;"));
    }

    /** At 320 px a line holds about 34 Latin letters, or half as many Chinese characters. */
    @TestFactory
    Stream<DynamicTest> titlesFitIntoAFewLines() {
        return ofEachText((key, text) ->
                assertThat(key.endsWith(".title") ? width(text) : 0).as(text).isLessThanOrEqualTo(3 * 34));
    }

    private static long width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    @TestFactory
    Stream<DynamicTest> writesADateAsItsReadersDo() {
        Instant evening = Instant.parse("2021-02-06T20:05:00Z");
        return wording.all().stream()
                .map(words -> dynamicTest(
                        words.language(),
                        () -> assertThat(words.time(evening)).isEqualTo(DATES.get(words.language()))));
    }

    @TestFactory
    Stream<DynamicTest> writesADateTheSameOnAnyMachine() {
        return wording.all().stream()
                .map(words -> dynamicTest(words.language(), () -> {
                    Locale before = Locale.getDefault();
                    String time = words.time(Instant.EPOCH);
                    for (String machine :
                            List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese")) {
                        Locale.setDefault(Locale.forLanguageTag(machine));
                        try {
                            assertThat(words.time(Instant.EPOCH)).isEqualTo(time);
                        } finally {
                            Locale.setDefault(before);
                        }
                    }
                }));
    }
}

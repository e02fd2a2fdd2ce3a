package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.wiki.TwinWikis.Answers;
import org.migrationmodes.wiki.TwinWikis.Question;

/** What a reader gets from a wiki with the plugin is what the same wiki says without it, but for the banner. */
class WikiReadsIT {
    /** Nothing in these pages before the tag looks like it. */
    private static final Pattern BODY_TAG = Pattern.compile("<body\\b[^>]*>");

    private static final String BANNER_START = "<div class=\"migration-banner ";
    private static final String BANNER_END = "</div>";

    @TempDir
    static Path folder;

    private static TwinWikis wikis;
    private static List<Question> reads;

    @BeforeAll
    static void start() throws IOException {
        wikis = TwinWikis.start(folder);
        reads = wikis.reads();
    }

    @AfterAll
    static void stop() {
        wikis.close();
    }

    @TestFactory
    Stream<DynamicTest> normalIsNotToBeNoticed() {
        return inMode("normal", (question, answers) -> {
            assertThat(body(answers.plugged())).isEqualTo(body(answers.bare()));
            assertThat(headers(answers.plugged())).isEqualTo(headers(answers.bare()));
        });
    }

    @TestFactory
    Stream<DynamicTest> announcedAddsABanner() {
        return inMode("announced", WikiReadsIT::addsABannerToAPage);
    }

    @TestFactory
    Stream<DynamicTest> readOnlyAddsABanner() {
        return inMode("read-only", WikiReadsIT::addsABannerToAPage);
    }

    @TestFactory
    Stream<DynamicTest> movedAddsABanner() {
        return inMode("moved", WikiReadsIT::addsABannerToAPage);
    }

    @Test
    void theseAreNoPages() {
        assertThat(reads)
                .filteredOn(question -> !isPage(wikis.ask(question).bare()))
                .extracting(Question::name)
                .filteredOn(name -> !name.endsWith("HEAD"))
                .containsExactlyInAnyOrder(
                        "raw page, GET",
                        "style sheet, GET",
                        "attachment, GET",
                        "quick search, GET",
                        "quick search, POST",
                        "categories, GET",
                        "categories, POST",
                        "live preview, GET",
                        "live preview, POST",
                        "html to markup, POST",
                        "suggestions, POST",
                        "preview of an edit, POST",
                        "cancelled edit, POST",
                        "uploaded page",
                        "missing attachment",
                        "missing file",
                        "feed",
                        "feed of a blog",
                        "script",
                        "icon");
    }

    private static Stream<DynamicTest> inMode(String mode, BiConsumer<Question, Answers> check) {
        wikis.say(mode);
        return reads.stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    Answers answers = wikis.ask(question);
                    assertThat(answers.plugged().status())
                            .as(answers.plugged().toString())
                            .isEqualTo(answers.bare().status());
                    check.accept(question, answers);
                }));
    }

    private static void addsABannerToAPage(Question question, Answers answers) {
        String bare = body(answers.bare());
        String plugged = body(answers.plugged());
        assertThat(answers.plugged().header("Content-Type"))
                .isEqualTo(answers.bare().header("Content-Type"));
        if (!isPage(answers.bare())) {
            assertThat(plugged).isEqualTo(bare);
            return;
        }
        Matcher tag = BODY_TAG.matcher(bare);
        assertThat(tag.find()).isTrue();
        assertThat(plugged).startsWith(bare.substring(0, tag.end()));
        assertThat(plugged).endsWith(bare.substring(tag.end()));
        String banner = plugged.substring(tag.end(), tag.end() + plugged.length() - bare.length());
        assertThat(banner).startsWith(BANNER_START).endsWith(BANNER_END).containsOnlyOnce(BANNER_START);
        assertThat(banner).containsOnlyOnce("href=\"" + MigrationFile.ANNOUNCEMENT + '"');
    }

    /** A whole document to be looked at, not one to be downloaded and not the container's own word on an error. */
    private static boolean isPage(RawAnswer answer) {
        return answer.status() == 200
                && answer.header("Content-Disposition").isEmpty()
                && answer.text().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    }

    /** Bytes as characters. A list of formats of times shows them by the time of the request. */
    private static String body(RawAnswer answer) {
        String bytes = new String(answer.body(), StandardCharsets.ISO_8859_1);
        return bytes.replaceAll("(<option value='[^']*yy[^']*'[^>]*>)[^<]*", "$1(now)");
    }

    /** In their order. All that differs between two wikis without the plugin are the date and the session's name. */
    private static List<String> headers(RawAnswer answer) {
        return answer.headers().stream()
                .filter(header -> !header.name().equals("Date"))
                .map(header -> header.name() + ": " + header.value().replaceAll("JSESSIONID=\\w+", "JSESSIONID=(new)"))
                .toList();
    }
}

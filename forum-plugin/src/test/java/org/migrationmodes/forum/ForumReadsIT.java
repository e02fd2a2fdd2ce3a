package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawAnswer.Header;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.forum.ForumRequests;

/** What is read comes as it comes without the plugin, but for the banner in pages. */
class ForumReadsIT {
    private static final String UPLOADED = "/forum/posts/downloadAttach/20.page";
    private static final String BODY_TAG = "<body>";
    /** A lifetime of the host's would stay; where it gives none, a cache may not guess one. */
    private static final Set<Header> FOR_CACHES = Set.of(
            new Header("Vary", "X-Requested-With, Faces-Request, Sec-Fetch-Dest, Accept-Language"),
            new Header("Cache-Control", "no-cache"));

    private static final Set<String> NEVER_THE_SAME = Set.of("date", "set-cookie");

    private static TwinForums forums;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        forums = TwinForums.start(folder, List.of(htmlAttachment()));
    }

    @AfterAll
    static void stop() {
        forums.close();
    }

    @TestFactory
    Stream<DynamicTest> inNormalModeEveryAnswerIsTheSame() {
        forums.say("normal");
        return reads().map(read -> dynamicTest(read.toString(), () -> assertSame(forums.ask(read))));
    }

    @TestFactory
    Stream<DynamicTest> whileAnnouncedOnlyPagesDifferAndByTheBannerOnly() {
        return onlyTheBanner("announced");
    }

    @TestFactory
    Stream<DynamicTest> inReadOnlyModeOnlyPagesDifferAndByTheBannerOnly() {
        return onlyTheBanner("read-only");
    }

    @TestFactory
    Stream<DynamicTest> afterTheMoveOnlyPagesDifferAndByTheBannerOnly() {
        return onlyTheBanner("moved");
    }

    private static Stream<DynamicTest> onlyTheBanner(String mode) {
        forums.say(mode);
        return reads().map(read -> dynamicTest(read.toString(), () -> {
            TwinForums.Answers answers = forums.ask(read);
            if (isPage(answers.bare())) {
                assertOnlyTheBanner(mode, answers);
            } else if (!read.method().equals("HEAD")) {
                assertSame(withoutWordsForCaches(answers));
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forum/rss/recentTopics.page",
                "/forum/js/list.page",
                "/forum/captcha/generate/1.page",
                "/forum/posts/downloadAttach/1.page",
                UPLOADED,
                "/forum/forum.css",
                "/forum/logo.svg"
            })
    void whatIsNoPageIsAmongTheReads(String target) {
        assertThat(reads().map(RawRequest::target)).contains(target);
        assertThat(isPage(forums.ask(RawRequest.get(target)).bare())).isFalse();
    }

    private static Stream<RawRequest> reads() {
        List<RawRequest> reads = new ArrayList<>();
        ForumRequests.reads().forEach(read -> reads.add(Ways.usual(read)));
        ForumRequests.sessions().forEach(session -> reads.add(Ways.usual(session)));
        for (String file : List.of("", "index.html", "forum.css", "forum.js", "logo.svg", "none.html", "none.page")) {
            reads.add(RawRequest.get("/forum/" + file));
        }
        reads.add(RawRequest.get("/forum"));
        reads.add(RawRequest.get("/forum/posts/list/4711.page"));
        reads.add(RawRequest.get(UPLOADED));
        reads.add(RawRequest.of("PUT", "/forum/search/search.page").form(Form.of("search_keywords", "rope")));
        reads.add(RawRequest.of("GET", "/forum/search/search.page").form(Form.of("search_keywords", "rope")));
        return reads.stream();
    }

    /** A page that somebody attached. */
    private static RawRequest htmlAttachment() {
        RawRequest post = Ways.multipart(
                "POST",
                "/forum/jforum.page",
                Form.of("module", "posts", "action", "insertSave", "topic_id", "3")
                        .and("message", "a page")
                        .and("file_0", "<html><body>mine</body></html>"));
        String html = new String(post.body(), StandardCharsets.UTF_8).replace("application/octet-stream", "text/html");
        return post.body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPage(RawAnswer answer) {
        return answer.status() == 200
                && answer.header("Content-Type").orElse("").startsWith("text/html")
                && answer.header("Content-Disposition").isEmpty()
                && latin1(answer).contains(BODY_TAG);
    }

    private static void assertSame(TwinForums.Answers answers) {
        assertThat(answers.plugged().status()).isEqualTo(answers.bare().status());
        assertThat(headers(answers.plugged())).isEqualTo(headers(answers.bare()));
        if (isPicture(answers.bare())) {
            // a captcha is drawn by chance
            assertThat(isPicture(answers.plugged())).isTrue();
        } else {
            assertThat(answers.plugged().body()).isEqualTo(answers.bare().body());
        }
    }

    /** What might have been a page says so to caches, since its headers go before its body shows what it is. */
    private static TwinForums.Answers withoutWordsForCaches(TwinForums.Answers answers) {
        RawAnswer plugged = answers.plugged();
        boolean mightBePage = plugged.header("Content-Type").orElse("").startsWith("text/html");
        List<Header> headers = plugged.headers().stream()
                .filter(header -> !(mightBePage && FOR_CACHES.contains(header)))
                .toList();
        return new TwinForums.Answers(
                answers.bare(),
                new RawAnswer(plugged.status(), plugged.reason(), headers, plugged.wire(), plugged.body()));
    }

    private static boolean isPicture(RawAnswer answer) {
        byte[] body = answer.body();
        // JPEG begins with SOI and ends with EOI
        return latin1(answer).startsWith("\u00ff\u00d8\u00ff") && body[body.length - 1] == (byte) 0xd9;
    }

    private static List<Header> headers(RawAnswer answer) {
        return answer.headers().stream()
                .filter(header -> !NEVER_THE_SAME.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void assertOnlyTheBanner(String mode, TwinForums.Answers answers) {
        String bare = latin1(answers.bare());
        String plugged = latin1(answers.plugged());
        int begin = plugged.indexOf(BODY_TAG) + BODY_TAG.length();
        int length = plugged.length() - bare.length();

        assertThat(answers.plugged().status()).isEqualTo(200);
        assertThat(length).as("%s", answers.plugged()).isPositive();
        String banner = plugged.substring(begin, begin + length);
        assertThat(plugged.substring(0, begin) + plugged.substring(begin + length))
                .isEqualTo(bare);
        assertThat(banner)
                .startsWith("<div class=\"migration-banner migration-banner-" + mode + "\"")
                .endsWith("</div>");
        assertThat(banner).containsOnlyOnce(MigrationFile.ANNOUNCEMENT).containsOnlyOnce("<div");
        assertThat(plugged).containsOnlyOnce(MigrationFile.ANNOUNCEMENT);
    }

    private static String latin1(RawAnswer answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}

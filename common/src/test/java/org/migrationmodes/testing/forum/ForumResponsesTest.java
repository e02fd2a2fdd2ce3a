package org.migrationmodes.testing.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.forum.ForumRequest.Body;
import org.migrationmodes.testing.forum.ForumRequest.Kind;

/** What the answers look like on the wire. */
final class ForumResponsesTest {
    @TempDir
    static Path folder;

    private static RunningForum forum;

    @BeforeAll
    static void start() throws Exception {
        forum = RunningForum.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        forum.close();
    }

    @Test
    void pagesAreChunkedHtmlWithoutValidators() {
        HttpResponse<String> page = forum.get("forums/list.page");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        assertThat(page.headers().map()).doesNotContainKeys("etag", "content-length", "last-modified");
        assertThat(page.body()).contains("<body>").doesNotContain("<style", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts/list/4711.page", "forums/show/x.page", "posts/downloadAttach/99.page"})
    void whatIsNotFoundIsAPageWithStatus200(String path) {
        HttpResponse<String> page = forum.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("not found");
    }

    @Test
    void fragmentsForScriptsAreHtmlWithoutABody() {
        HttpResponse<String> fragment =
                forum.post("jforum.page", "module=ajax&action=previewPost&subject=s&message=%5Bb%5Dx%5B%2Fb%5D");

        assertThat(fragment.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(fragment.body()).contains("<strong>x</strong>").doesNotContain("<body");
    }

    @Test
    void theCaptchaIsAnImageWithoutAContentType() throws Exception {
        assertThat(forum.get("captcha/generate/1.page").headers().map()).doesNotContainKey("content-type");
        assertThat(forum.bytes("captcha/generate/1.page")).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void attachmentsKeepTypeNameAndContent() {
        forum.send(new ForumRequest(
                "posts.insertSave",
                Kind.WRITE,
                "POST",
                "jforum.page",
                Body.MULTIPART,
                Map.of(
                        "module",
                        "posts",
                        "action",
                        "insertSave",
                        "topic_id",
                        "3",
                        "message",
                        "see file",
                        "file_0",
                        "<body>Grüße</body>")));

        HttpResponse<String> file = forum.get("posts/downloadAttach/20.page");

        assertThat(file.body()).isEqualTo("<body>Grüße</body>");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"file_0.txt\"; filename*=UTF-8''file_0.txt");
    }

    @Test
    void whatPeopleWriteIsEscaped() {
        String script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";

        forum.post("jforum.page", "module=posts&action=insertSave&topic_id=5&subject=" + script + "&message=" + script);
        String page = forum.get("posts/list/5.page").body();

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void textOfAllAlphabetsSurvivesBothKindsOfForms() {
        String text = "Grüße, Ελένη, 山のロープウェイ 🚡";
        forum.send(ForumRequests.post(Kind.WRITE, "posts.insertSave", "topic_id", "1", "message", text + "1"));
        forum.send(ForumRequests.multipart(Kind.WRITE, "posts.insertSave", "topic_id", "1", "message", text + "2"));

        assertThat(forum.stored().get("posts")).contains("message=" + text + "1 |", "message=" + text + "2 |");
        assertThat(forum.get("posts/list/1.page").body()).contains(text + "1", text + "2");
    }

    @Test
    void aPreviewShowsTheTextAndKeepsItInTheForm() {
        String page = forum.send(ForumRequests.multipart(
                        Kind.DISGUISED, "posts.insertSave", "forum_id", "1", "message", "Not yet", "preview", "1"))
                .body();

        assertThat(page)
                .contains("aria-label=\"Preview\"", "<div class=\"text\">Not yet</div>", "\nNot yet</textarea>");
    }

    @Test
    void theApisAnswerInXml() {
        HttpResponse<String> answer =
                forum.get("jforum.page?module=postApi&action=insert&topic_id=1&username=anna&subject=s&message=m");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(answer.body()).contains("<post id=");
    }

    @Test
    void headCountsAViewAndHasNoBody() {
        String before = forum.storedWithCounters().get("topics");

        HttpResponse<String> answer =
                forum.send(HttpRequest.newBuilder(forum.root().resolve("posts/list/2.page"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.body()).isEmpty();
        assertThat(before).contains("views=267");
        assertThat(forum.storedWithCounters().get("topics")).contains("views=268");
    }

    @Test
    void annaLogsInAndWritesUnderHerName() {
        HttpResponse<String> login =
                forum.post("jforum.page", "module=user&action=validateLogin&username=anna&password=anna");
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

        forum.send(ForumRequests.post(Kind.WRITE, "posts.insertSave", "topic_id", "1", "message", "fromAnna")
                .to(forum.root())
                .header("Cookie", cookie));

        assertThat(forum.stored().get("posts")).contains("user_id=3 | subject= | message=fromAnna");
    }

    @Test
    void aWrongPasswordOpensNothing() {
        assertThat(forum.post("jforum.page", "module=user&action=validateLogin&username=anna&password=nope")
                        .body())
                .contains("do not fit together");
    }
}

package org.migrationmodes.testing.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

/** How a request names its action. */
final class ForumDispatchTest {
    private static final String REPLY = "topic_id=1&subject=Re&message=";

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

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"})
    void everyMethodStoresAPost(String method) {
        forum.send(HttpRequest.newBuilder(
                        forum.root().resolve("jforum.page?module=posts&action=insertSave&" + REPLY + "by" + method))
                .method(method, BodyPublishers.noBody()));

        assertStored("by" + method);
    }

    @Test
    void aRequestWithoutQueryIsReadFromItsPath() {
        assertThat(forum.get("posts/list/6.page").body()).contains("Τελεφερίκ στην Ελλάδα");
    }

    @Test
    void aPathWithTwoNumbersSaysWhereTheListStarts() {
        assertThat(forum.get("posts/list/1/6.page").body())
                .contains("lifts it in")
                .doesNotContain("Καλησπέρα σε όλους");
    }

    @Test
    void aQueryOutweighsThePath() {
        assertThat(forum.get("posts/list/6.page?module=forums&action=list").body())
                .contains("<title>Forums");
    }

    @Test
    void aQueryThatNamesNothingLeadsToTheIndex() {
        assertThat(RunningForum.location(forum.get("posts/list/6.page?x=1"))).endsWith("/forums/list.page");
    }

    @Test
    void thePathOfAPostIsIgnoredWhereParametersNameTheAction() {
        forum.post("posts/list/2.page", "module=posts&action=insertSave&" + REPLY + "pathIgnored");

        assertStored("pathIgnored");
    }

    @Test
    void thePathOfAPostCountsWhereNoParameterNamesTheAction() {
        forum.post("posts/insertSave.page", REPLY + "pathOfPost");

        assertStored("pathOfPost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"module=posts", "action=insertSave"})
    void thePathOfAPostIsIgnoredWhereOneOfTheParametersIsThere(String parameter) {
        forum.post("posts/insertSave.page", parameter + "&" + REPLY + "halfNamed");

        assertNotStored("halfNamed");
    }

    @Test
    void theMultipartBodyNamesTheAction() {
        forum.send(reply("jforum.page", "insertSave", "multipartNamed"));

        assertStored("multipartNamed");
    }

    @Test
    void theMultipartBodyOutweighsTheQuery() {
        forum.send(reply("jforum.page?module=posts&action=list", "insertSave", "multipartLast"));

        assertStored("multipartLast");
    }

    @Test
    void theLastOfQueryAndBodyWins() {
        forum.post("jforum.page?module=posts&action=list", "action=insertSave&" + REPLY + "lastWins");
        forum.post("jforum.page?module=posts&action=insertSave", "action=list&" + REPLY + "lastWinsToo");

        assertStored("lastWins");
        assertNotStored("lastWinsToo");
    }

    @Test
    void onlyLettersOfAnActionCount() {
        forum.get("jforum.page?module=p.o-sts&action=insert_S-a.ve!&" + REPLY + "lettersOnly");

        assertStored("lettersOnly");
    }

    @Test
    void anUnknownActionLists() {
        assertThat(forum.get("jforum.page?module=forums&action=noSuchThing").body())
                .contains("<title>Forums");
    }

    @Test
    void anUnknownModuleLeadsToTheIndex() {
        HttpResponse<String> response = forum.get("jforum.page?module=noSuchThing&action=insertSave");

        assertThat(RunningForum.location(response)).endsWith("/forums/list.page");
    }

    private static ForumRequest reply(String path, String action, String message) {
        Map<String, String> fields =
                Map.of("module", "posts", "action", action, "topic_id", "1", "subject", "Re", "message", message);
        return new ForumRequest("posts." + action, Kind.WRITE, "POST", path, Body.MULTIPART, fields);
    }

    private static void assertStored(String message) {
        assertThat(forum.stored().get("posts")).contains("message=" + message + " |");
    }

    private static void assertNotStored(String message) {
        assertThat(forum.stored().get("posts")).doesNotContain("message=" + message + " |");
    }
}

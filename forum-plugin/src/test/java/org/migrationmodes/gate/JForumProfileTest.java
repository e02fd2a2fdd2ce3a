package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.forum.ForumModeFilter;
import org.migrationmodes.testing.FakeRequest;
import org.migrationmodes.testing.forum.ForumRequest;
import org.migrationmodes.testing.forum.ForumRequest.Body;
import org.migrationmodes.testing.forum.ForumRequests;

/** What the shipped profile says of everything that there is to ask of JForum, and of attempts to get a write through. */
class JForumProfileTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT");
    private static final Profile PROFILE = Profiles.of(ForumModeFilter.class, List.of("jforum"))
            .recognise(JForumProfileTest.class.getClassLoader())
            .profile();

    private static Verdict judge(FakeRequest request) throws IOException {
        return PROFILE.judge(new JudgedRequest(request.servletRequest()));
    }

    private static boolean passes(FakeRequest request) throws IOException {
        return judge(request).passes(Mode.READ_ONLY);
    }

    private static String encoded(ForumRequest request) {
        return request.fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static FakeRequest asItIs(ForumRequest request) {
        FakeRequest fake = FakeRequest.of(request.method(), "/" + request.path());
        return switch (request.body()) {
            case NONE -> fake;
            case URLENCODED -> fake.form(encoded(request));
            case MULTIPART -> fake.body("multipart/form-data; boundary=x", "unseen");
        };
    }

    static Stream<ForumRequest> reads() {
        return Stream.concat(
                        ForumRequests.reads().stream(),
                        ForumRequests.disguised().stream()
                                .filter(request -> request.body() == Body.URLENCODED
                                        && request.fields().containsKey("preview")))
                // the profile counts the editor in the page as a form
                .filter(request -> !request.action().equals("ajax.loadPostContents"));
    }

    static List<ForumRequest> forms() {
        return ForumRequests.forms();
    }

    static List<ForumRequest> sessions() {
        return ForumRequests.sessions();
    }

    static List<ForumRequest> writes() {
        return ForumRequests.writes();
    }

    @ParameterizedTest
    @MethodSource
    void reads(ForumRequest request) throws IOException {
        assertThat(judge(asItIs(request))).isEqualTo(Verdict.READ);
    }

    @ParameterizedTest
    @MethodSource
    void forms(ForumRequest request) throws IOException {
        assertThat(judge(asItIs(request))).isEqualTo(Verdict.FORM);
    }

    @ParameterizedTest
    @MethodSource
    void sessions(ForumRequest request) throws IOException {
        assertThat(judge(asItIs(request))).isEqualTo(Verdict.SESSION);
    }

    @ParameterizedTest
    @MethodSource
    void writes(ForumRequest request) throws IOException {
        assertThat(judge(asItIs(request))).isEqualTo(Verdict.WRITE);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteIsOneByAnyMethodAndFromAnywhere(ForumRequest request) throws IOException {
        int dot = request.action().indexOf('.');
        String module = request.action().substring(0, dot);
        String action = request.action().substring(dot + 1);
        String named = "module=" + module + "&action=" + action;
        for (String method : METHODS) {
            for (FakeRequest spelled : List.of(
                    FakeRequest.of(method, "/jforum.page?" + named),
                    FakeRequest.of(method, "/" + module + "/" + action + "/1.page"),
                    FakeRequest.of(method, "/" + module + "/" + action + ".page"),
                    FakeRequest.of(method, "/jforum.page").form(named),
                    FakeRequest.of(method, "/posts/list/2.page").form(named),
                    FakeRequest.of(method, "/posts/list/2.page?" + named),
                    FakeRequest.of(method, "/jforum.page?module=posts&action=list")
                            .form(named),
                    FakeRequest.of(method, "/jforum.page?" + named).form("module=posts&action=list"),
                    FakeRequest.of(method, "/jforum.page?module=posts&" + named + "&action=list"),
                    FakeRequest.of(method, "/jforum.page?" + named + "&module=posts&action=list"),
                    FakeRequest.of(method, "/jforum.page?module=posts&action=list&" + named),
                    FakeRequest.of(method, "/jforum.page?module=" + module).form("action=" + action),
                    FakeRequest.of(method, "/jforum.page?module=_" + module + "1&action=." + action + "%20!"),
                    FakeRequest.of(method, "/jforum.page?%6Dodule=" + module + "&%61ction=" + action),
                    FakeRequest.of(method, "/any/where/else.page?" + named))) {
                assertThat(passes(spelled))
                        .as("%s %s", spelled, new String(spelled.body(), StandardCharsets.UTF_8))
                        .isFalse();
            }
        }
    }

    @Test
    void noMultipartBodyPassesSinceItsFieldsCannotBeSeen() throws IOException {
        for (String method : METHODS) {
            assertThat(passes(FakeRequest.of(method, "/posts/list/1.page").body("multipart/form-data; boundary=x", "")))
                    .isFalse();
            assertThat(passes(FakeRequest.of(method, "/posts/list/1.page").body(" MultiPart/mixed", "")))
                    .isFalse();
        }
    }

    @Test
    void aPreviewIsOneOnlyIfEveryValueSaysSo() throws IOException {
        String save = "module=posts&action=insertSave&message=m";

        assertThat(judge(FakeRequest.of("POST", "/jforum.page").form(save + "&preview=1")))
                .isEqualTo(Verdict.READ);
        assertThat(passes(FakeRequest.of("POST", "/jforum.page?preview=1").form(save + "&preview=0")))
                .isFalse();
        assertThat(passes(FakeRequest.of("POST", "/jforum.page?preview=0").form(save + "&preview=1")))
                .isFalse();
        assertThat(passes(FakeRequest.of("POST", "/jforum.page").form(save + "&preview=")))
                .isFalse();
        assertThat(passes(FakeRequest.of("POST", "/jforum.page").form(save + "&Preview=1")))
                .isFalse();
        assertThat(passes(FakeRequest.of("POST", "/jforum.page").form("module=user&action=insertSave&preview=1")))
                .isFalse();
    }

    /** A container gives the host no parameters from the body of a GET, so there is no preview, and the post is saved. */
    @Test
    void aPreviewInTheBodyOfAnythingButPostIsNone() throws IOException {
        for (String method : List.of("GET", "HEAD", "PUT", "OPTIONS", "DELETE")) {
            assertThat(passes(FakeRequest.of(method, "/jforum.page?module=posts&action=insertSave")
                            .form("preview=1")))
                    .isFalse();
        }
    }

    /** JForum splits the raw path, so that the container's clean one is not what it acts upon. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/posts/delete/17/../../list/1.page", "/posts/%del%69%73%e1t%e2/5.page", "/%70osts/list/1.page",
                "/posts/delete/%2e%2e/list/1.page", "/posts/delete;/../list/1.page", "/posts/delete%2F..%2Flist/1.page",
                "/pos;x/list/1.page", "/./posts/list/1.page"
            })
    void pathsThatTheHostReadsInAnotherWayAreWrites(String raw) throws IOException {
        assertThat(PROFILE.judge(new JudgedRequest(new RawPathRequest(
                        FakeRequest.of("GET", "/posts/list/1.page").servletRequest(), raw))))
                .isEqualTo(Verdict.WRITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/list/1.page;jsessionid=A1.node", "/posts/list/1.page", "//posts/list/1.page"})
    void ordinarySpellingsOfAReadPass(String raw) throws IOException {
        assertThat(PROFILE.judge(new JudgedRequest(new RawPathRequest(
                        FakeRequest.of("GET", "/posts/list/1.page").servletRequest(), raw))))
                .isEqualTo(Verdict.READ);
    }

    @Test
    void namesThatNobodyKnowsAreWrites() throws IOException {
        for (String target :
                List.of("Posts&action=list", "posts&action=LIST", "x&action=list", "posts&action=", "&action=")) {
            assertThat(passes(FakeRequest.of("GET", "/jforum.page?module=" + target)))
                    .as(target)
                    .isFalse();
        }
        assertThat(passes(FakeRequest.of("POST", "/jforum.page"))).isFalse();
        assertThat(passes(FakeRequest.of("GET", "/jforum.page"))).isTrue();
    }

    @Test
    void whatIsNoPageIsJudgedByItsMethod() throws IOException {
        assertThat(passes(FakeRequest.of("GET", "/images/logo.png"))).isTrue();
        assertThat(passes(FakeRequest.of("POST", "/images/logo.png"))).isFalse();
    }
}

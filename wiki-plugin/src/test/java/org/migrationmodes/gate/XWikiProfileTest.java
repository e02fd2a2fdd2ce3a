package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.FakeRequest;
import org.migrationmodes.wiki.WikiModeFilter;

/** What the shipped profile says of XWiki's actions, in all their URL forms. */
class XWikiProfileTest {
    private static final Profile PROFILE =
            Profiles.of(WikiModeFilter.class, List.of("xwiki")).named("xwiki");

    private static Verdict judge(FakeRequest request) throws IOException {
        return PROFILE.judge(new JudgedRequest(request.servletRequest()));
    }

    private static List<String> urls(String action) {
        return List.of(
                "/bin/" + action + "/Main/WebHome",
                "/bin/" + action + "/A/B/C",
                "/bin/" + action + "/",
                "/bin/" + action,
                "/wiki/dev/" + action + "/Main/WebHome",
                "/wiki/dev/" + action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "save",
                "saveandcontinue",
                "lock",
                "cancel",
                "delete",
                "deletespace",
                "deleteversions",
                "delattachment",
                "undelete",
                "rollback",
                "reset",
                "upload",
                "objectadd",
                "objectremove",
                "objectsync",
                "propadd",
                "propupdate",
                "propdelete",
                "propdisable",
                "propenable",
                "commentadd",
                "commentsave",
                "commentdelete",
                "register",
                "import"
            })
    void writesByAnyMethod(String action) throws IOException {
        for (String url : urls(action)) {
            for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "PUT")) {
                assertThat(judge(FakeRequest.of(method, url))).as(url).isEqualTo(Verdict.WRITE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view",
                "get",
                "viewrev",
                "download",
                "downloadrev",
                "viewattachrev",
                "attach",
                "skin",
                "jsx",
                "ssx",
                "tex",
                "redirect",
                "pdf",
                "temp",
                "preview",
                "export"
            })
    void reads(String action) throws IOException {
        for (String url : urls(action)) {
            assertThat(judge(FakeRequest.of("GET", url))).as(url).isEqualTo(Verdict.READ);
            assertThat(judge(FakeRequest.of("HEAD", url))).as(url).isEqualTo(Verdict.READ);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "get", "preview", "export"})
    void readsByPost(String action) throws IOException {
        for (String url : urls(action)) {
            assertThat(judge(FakeRequest.of("POST", url).form("text=Grüße")))
                    .as(url)
                    .isEqualTo(Verdict.READ);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "inline", "create"})
    void editors(String action) throws IOException {
        for (String url : urls(action)) {
            assertThat(judge(FakeRequest.of("GET", url))).as(url).isEqualTo(Verdict.FORM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "loginsubmit", "loginerror", "logout"})
    void sessions(String action) throws IOException {
        for (String url : urls(action)) {
            assertThat(judge(FakeRequest.of("POST", url).form("j_username=x&form_token=y")))
                    .as(url)
                    .isEqualTo(Verdict.SESSION);
            assertThat(judge(FakeRequest.of("GET", url))).as(url).isEqualTo(Verdict.SESSION);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"action_save=1", "action_saveandcontinue=", "action_%2F..%2Fsave=1", "srid=abc", "x=1&srid"})
    void parametersThatForwardElsewhereAreWritesOnAnyPath(String parameters) throws IOException {
        for (String path : List.of(
                "/bin/preview/A/B", "/bin/view/A/B", "/bin/login/A/B", "/bin/A/B", "/wiki/dev/view/A", "/other")) {
            for (String method : List.of("GET", "HEAD", "POST")) {
                assertThat(judge(FakeRequest.of(method, path + "?" + parameters)))
                        .isEqualTo(Verdict.WRITE);
                assertThat(judge(FakeRequest.of(method, path).form(parameters))).isEqualTo(Verdict.WRITE);
                assertThat(judge(FakeRequest.of(method, path).body("multipart/form-data", "")))
                        .isEqualTo(Verdict.WRITE);
            }
        }
    }

    @Test
    void aTokenLetsPagesWriteButNotAPreview() throws IOException {
        assertThat(judge(FakeRequest.of("GET", "/bin/view/A/B?form_token=x"))).isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("POST", "/bin/get/A/B").form("form_token=x")))
                .isEqualTo(Verdict.WRITE);
        assertThat(judge(FakeRequest.of("POST", "/bin/preview/A/B").form("form_token=x&content=y")))
                .isEqualTo(Verdict.READ);
    }

    @Test
    void restIsJudgedByItsMethods() throws IOException {
        assertThat(judge(FakeRequest.of("GET", "/rest/wikis/xwiki"))).isEqualTo(Verdict.READ);
        for (String method : List.of("PUT", "POST", "DELETE", "PATCH")) {
            assertThat(judge(FakeRequest.of(method, "/rest/wikis/xwiki"))).isEqualTo(Verdict.WRITE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/save/../view/A/B", "/bin/save/%2E./view/A/B", "/bin/save;x/../view/A/B"})
    void pathsThatTheHostReadsInAnotherWayAreWrites(String raw) throws IOException {
        assertThat(PROFILE.judge(new JudgedRequest(new RawPathRequest(
                        FakeRequest.of("GET", "/bin/view/A/B").servletRequest(), raw))))
                .isEqualTo(Verdict.WRITE);
    }
}

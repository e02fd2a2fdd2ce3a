package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.FakeRequest;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;
import org.migrationmodes.wiki.WikiModeFilter;

/** What the shipped profile says of everything that there is to ask of JSPWiki, and of attempts to get a write through. */
class JspWikiProfileTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
    private static final Profile PROFILE =
            Profiles.of(WikiModeFilter.class, List.of("jspwiki")).named("jspwiki");

    private static Verdict judge(FakeRequest request) throws IOException {
        return PROFILE.judge(new JudgedRequest(request.servletRequest()));
    }

    /** One row by one method, with its fields in one place. */
    record Asked(String name, WikiRow.Kind kind, FakeRequest request) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String clean(String path) {
        return path.replace("%45", "E")
                .replace("%2E", ".")
                .replace(";foo=bar", "")
                .replace("/x/..;/", "/")
                .replace("/x/..", "")
                .replace("//", "/");
    }

    static List<Asked> rows() {
        List<WikiRow> rows = new ArrayList<>(WikiRequests.rows());
        rows.addAll(WikiRequests.shortUrlRows());
        List<Asked> asked = new ArrayList<>();
        for (WikiRow row : rows) {
            for (String method : row.methods()) {
                boolean inQuery = !method.equals("POST");
                Form query = inQuery ? row.query().and(row.fields()) : row.query();
                FakeRequest request = FakeRequest.of(method, clean(row.path()) + "?" + query.encoded());
                if (!inQuery) {
                    request = switch (row.encoding()) {
                        case URLENCODED -> request.form(row.fields().encoded());
                        case MULTIPART -> request.body("multipart/form-data; boundary=x", "unseen");
                        case XML -> request.body("text/xml", "<unseen/>");
                    };
                }
                asked.add(new Asked(row.name() + ", " + method, row.kind(), request));
            }
        }
        return asked;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsWhatItIs(Asked asked) throws IOException {
        boolean remote = asked.name().startsWith("remote reading");

        assertThat(judge(asked.request()))
                .as(asked.name())
                .isEqualTo(remote ? Verdict.WRITE : Verdict.valueOf(asked.kind().name()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Edit.jsp            | ok=Save
            /Edit.jsp            | ok=&preview=1
            /Edit.jsp            | cancel=1&preview=1&ok
            /Comment.jsp         | ok=1
            /Delete.jsp          | delete-all=1
            /Delete.jsp          | delete=1&delver-2=2
            /Rename.jsp          | renameto=X
            /NewGroup.jsp        | action=save
            /EditGroup.jsp       | action=view&action=save
            /DeleteGroup.jsp     | group=G
            /Login.jsp           | submitlogin=1&action=saveProfile
            /UserPreferences.jsp | action=setAssertedName&action=saveProfile
            /LostPassword.jsp    | action=resetPassword
            /Workflow.jsp        | action=decide
            /Workflow.jsp        | action=abort
            /Install.jsp         | submit=1
            /Captcha.jsp         | text=1
            /Wiki.jsp            | page=F&formname=bug
            /Wiki.jsp            | page=F&nbf_title=bug
            /Comment.jsp         | formname=bug
            /                    | formname=bug
            /wiki/F              | formname=bug
            /attach/F/x.txt      | formname=bug
            /templates/default/AJAXPreview.jsp | wikimarkup=%5B%7BBugReportHandler+title%3D'X'%7D%5D
            /templates/default/AJAXPreview.jsp | wikimarkup=%7BFormOutput+handler%3D'%5C102ugReportHandler'%7D
            /Edit.jsp            | preview=1&_editedtext=%5B%7BBugReportHandler+title%3D'X'%7D%5D
            /Edit.jsp            | preview=1&htmlPageText=Bug%26%2382%3Beport
            /wiki/Main           | do=Edit&ok=Save
            /wiki                | do=Edit&ok=Save
            /wiki/               | do=Edit&ok=Save
            /wiki/a/b            | do=Wiki&do=Delete&delete-all=1
            /wiki/Main           | do=Delete&do=Wiki&delete-all=1
            /wiki/Main           | do=../Edit
            /wiki/Main           | do=Edit.jsp%3F
            /wiki/Main           | do=
            /wiki/Main           | do=admin/Admin
            /wiki/Main           | do=DeleteGroup
            """)
    void writesAreWritesByAnyMethodAndFromAnywhere(String path, String parameters) throws IOException {
        for (String method : METHODS) {
            assertThat(judge(FakeRequest.of(method, path + "?" + parameters))).isEqualTo(Verdict.WRITE);
            assertThat(judge(FakeRequest.of(method, path).form(parameters))).isEqualTo(Verdict.WRITE);
            assertThat(judge(FakeRequest.of(method, path + "?x=1").form("y=2&" + parameters)))
                    .isEqualTo(Verdict.WRITE);
            assertThat(judge(FakeRequest.of(method, path).body("multipart/form-data; boundary=x", "unseen")))
                    .isEqualTo(Verdict.WRITE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=Edit", "do=Comment", "do=Upload", "do=Rename", "do=Delete", "do=Wiki&do=Edit"})
    void formsBehindShortUrlsAreForms(String parameters) throws IOException {
        assertThat(judge(FakeRequest.of("GET", "/wiki/Main?" + parameters))).isEqualTo(Verdict.FORM);
        assertThat(judge(FakeRequest.of("POST", "/wiki/Main").form(parameters))).isEqualTo(Verdict.FORM);
        assertThat(judge(FakeRequest.of("GET", "/wiki?" + parameters))).isEqualTo(Verdict.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=Wiki", "do=Diff", "do=PageInfo", "do=Search", "version=2"})
    void readsBehindShortUrlsAreReads(String parameters) throws IOException {
        assertThat(judge(FakeRequest.of("GET", "/wiki/Main?" + parameters))).isEqualTo(Verdict.READ);
    }

    /** A container gives the host no parameters from the body of a GET, so it would open the editor and lock the page. */
    @Test
    void aPreviewInTheBodyOfAGetDoesNotOpenTheEditor() throws IOException {
        assertThat(judge(FakeRequest.of("GET", "/Edit.jsp?page=X").form("preview=1")))
                .isEqualTo(Verdict.FORM);
        assertThat(judge(FakeRequest.of("GET", "/Edit.jsp?page=X&preview=1"))).isEqualTo(Verdict.READ);
    }

    @Test
    void aLongPreviewIsJudgedInTime() throws IOException {
        String text = "page=X&preview=1&_editedtext=" + "BugReportHandle*/".repeat(60_000);

        assertThat(judge(FakeRequest.of("POST", "/Edit.jsp").form(text))).isEqualTo(Verdict.READ);
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(FormBody.MOST_BYTES);
    }
}

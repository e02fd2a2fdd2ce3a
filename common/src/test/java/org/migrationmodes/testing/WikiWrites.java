package org.migrationmodes.testing;

import static org.migrationmodes.testing.WikiRow.Kind.WRITE;

import java.util.List;
import java.util.stream.Stream;
import org.migrationmodes.testing.WikiRow.Encoding;

/** What changes the contents of a wiki. The pages do not look at the method: most writes work by GET and HEAD too. */
final class WikiWrites {
    private static final String[] ANY = {"GET", "HEAD", "POST"};
    static final String FORM_PAGE = """
            [{FormOpen form='bug'}]
            [{FormInput name='title' type='text'}]
            [{FormInput name='submit' type='submit' value='Send'}]
            [{FormClose}]
            [{FormOutput form='bug' handler='BugReportHandler'}]
            """;

    private WikiWrites() {}

    static List<WikiRow> rows() {
        return Stream.of(pages(), spellings(), formPlugins(), previews(), groups(), users(), unproven())
                .flatMap(List::stream)
                .toList();
    }

    private static List<WikiRow> pages() {
        return List.of(
                edit("edit", "/Edit.jsp").query("page", "$page"),
                edit("edit with the page in the body", "/Edit.jsp").fields("page", "$page"),
                edit("append", "/Edit.jsp").query("page", "$page").fields("append", "true"),
                edit("new page", "/Edit.jsp").query("page", "$pageFresh").fromEditor("/Edit.jsp?page=$pageFresh"),
                write("comment", "/Comment.jsp", ANY)
                        .query("page", "$page")
                        .fields("_editedtext", "A comment.", "author", "Somebody", "ok", "Save")
                        .fromEditor("/Comment.jsp?page=$page"),
                upload("upload", "/attach"),
                upload("upload with a slash", "/attach/"),
                upload("upload to a page", "/attach/$page"),
                write("delete", "/Delete.jsp", ANY)
                        .query("page", "$page")
                        .fields("delete-all", "Delete")
                        .as(WikiUser.ADMIN),
                write("delete a version", "/Delete.jsp", ANY)
                        .query("page", "$page")
                        .fields("delete", "Delete", "delver-1", "1")
                        .as(WikiUser.ADMIN),
                write("delete an attachment", "/Delete.jsp", ANY)
                        .query("page", "$page/" + WikiSeed.ATTACHMENT)
                        .fields("delete-all", "Delete")
                        .as(WikiUser.ADMIN),
                write("rename", "/Rename.jsp", ANY)
                        .query("page", "$page")
                        .fields("renameto", "$pageRenamed")
                        .as(WikiUser.MEMBER));
    }

    /** The same page to the wiki, another to whoever compares the raw path. */
    private static List<WikiRow> spellings() {
        return List.of(
                spelling("escaped letter", "/%45dit.jsp"),
                spelling("escaped dot", "/Edit%2Ejsp"),
                spelling("path parameter", "/Edit.jsp;foo=bar"),
                spelling("parent folder", "/x/../Edit.jsp"),
                spelling("parent folder with a parameter", "/x/..;/Edit.jsp"),
                spelling("double slash", "//Edit.jsp"));
    }

    private static WikiRow spelling(String name, String path) {
        return edit("edit by " + name, path).query("page", "$page");
    }

    private static List<WikiRow> formPlugins() {
        String[] bug = {"formname", "bug", "nbf_title", "$page"};
        return List.of(
                write("form plugin by view", "/Wiki.jsp", ANY)
                        .query("page", "$page")
                        .fields(bug)
                        .pageText(FORM_PAGE),
                write("form plugin by path", "/wiki/$page", "POST").fields(bug).pageText(FORM_PAGE),
                // the forward to Wiki.jsp doubles what is in the query, so this handler sees no title; others may write
                write("form plugin by path and query", "/wiki/$page", "GET", "HEAD")
                        .fields(bug)
                        .pageText(FORM_PAGE)
                        .unproven(),
                write("form plugin by comment", "/Comment.jsp", ANY)
                        .query("page", "$page")
                        .fields(bug)
                        .pageText(FORM_PAGE),
                write("form plugin by preview", "/templates/default/AJAXPreview.jsp", ANY)
                        .query("page", "$page")
                        .fields(bug)
                        .fields("wikimarkup", "[{FormOutput form='bug' handler='BugReportHandler'}]"));
    }

    /** A preview runs what it shows, and needs no form to be sent for that. */
    private static List<WikiRow> previews() {
        String plugin = "[{BugReportHandler title='$page' description='new'}]";
        String disguised = "[{SET x=BugReport}][{FormSet form='bug' title='$page'}]"
                + "[{FormOutput form='bug' handler='{$x}Handler' populate='handler'}]";
        return List.of(
                write("plugin in a live preview", "/templates/default/AJAXPreview.jsp", ANY)
                        .query("page", "$page")
                        .fields("wikimarkup", plugin),
                write("disguised plugin in a live preview", "/templates/default/AJAXPreview.jsp", ANY)
                        .query("page", "$page")
                        .fields("wikimarkup", disguised),
                write("plugin in a preview", "/Preview.jsp", ANY)
                        .query("page", "$page")
                        .fields("_editedtext", plugin),
                // both write when the session's preview is looked at
                write("plugin in a draft", "/Edit.jsp", "POST")
                        .query("page", "$page")
                        .fields("_editedtext", plugin, "preview", "Preview")
                        .fromEditor("/Edit.jsp?page=$page")
                        .unproven(),
                write("plugin in a draft of the visual editor", "/Edit.jsp", "POST")
                        .query("page", "$page")
                        .fields("htmlPageText", "[{&#66;ugReportHandler title='$page'}]", "preview", "Preview")
                        .fromEditor("/Edit.jsp?page=$page")
                        .unproven());
    }

    private static List<WikiRow> groups() {
        return List.of(
                write("new group", "/NewGroup.jsp", ANY)
                        .fields("action", "save", "group", "$pageFresh", "members", "Somebody")
                        .as(WikiUser.ADMIN),
                write("edit group", "/EditGroup.jsp", ANY)
                        .query("group", "$page")
                        .fields("action", "save", "members", "Somebody")
                        .as(WikiUser.ADMIN),
                write("delete group", "/DeleteGroup.jsp", ANY)
                        .query("group", "$page")
                        .as(WikiUser.ADMIN));
    }

    private static List<WikiRow> users() {
        return List.of(
                write("register", "/Login.jsp", ANY)
                        .fields("action", "saveProfile", "loginname", "$page", "fullname", "$page")
                        .fields("password", "secret sentence", "password2", "secret sentence")
                        .fields("email", "$page@example.org"),
                write("register by preferences", "/UserPreferences.jsp", ANY)
                        .fields("action", "saveProfile", "loginname", "$page", "fullname", "$page")
                        .fields("password", "secret sentence", "password2", "secret sentence")
                        .fields("email", "$page@example.org"),
                write("change profile", "/UserPreferences.jsp", "POST")
                        .fields("action", "saveProfile", "loginname", WikiUser.MEMBER.login())
                        .fields("fullname", WikiUser.MEMBER.fullName(), "email", "$page@example.org")
                        .as(WikiUser.MEMBER));
    }

    private static List<WikiRow> unproven() {
        return List.of(
                write("lost password", "/LostPassword.jsp", "GET", "POST")
                        .fields("action", "resetPassword", "name", "member@example.org")
                        .unproven(),
                write("workflow decision", "/Workflow.jsp", "GET", "POST")
                        .fields("action", "decide", "id", "1", "outcome", "decision.approve")
                        .as(WikiUser.ADMIN)
                        .unproven(),
                write("workflow abort", "/Workflow.jsp", "GET", "POST")
                        .fields("action", "abort", "id", "1")
                        .as(WikiUser.ADMIN)
                        .unproven(),
                write("install", "/Install.jsp", "GET", "POST")
                        .fields("submit", "Configure")
                        .unproven(),
                write("captcha", "/Captcha.jsp", "POST").fields("text", "saved").unproven(),
                write("administration", "/admin/Admin.jsp", "POST")
                        .fields("tab-admin", "core", "tab-core", "search", "submit", "Reload")
                        .as(WikiUser.ADMIN)
                        .unproven(),
                write("remote upload", "/RPC2/", "POST")
                        .fields("body", "<methodCall><methodName>metaWeblog.newMediaObject</methodName></methodCall>")
                        .encoded(Encoding.XML)
                        .unproven(),
                write("atom entry", "/atom/$page", "POST")
                        .fields("body", "<entry xmlns='http://www.w3.org/2005/Atom'><title>new</title></entry>")
                        .encoded(Encoding.XML)
                        .unproven());
    }

    static WikiRow edit(String name, String path) {
        return write(name, path, ANY)
                .fields("_editedtext", "Changed text.", "ok", "Save")
                .fromEditor("/Edit.jsp?page=$page");
    }

    private static WikiRow upload(String name, String path) {
        return write(name, path, "POST")
                .query("progressid", "1")
                .fields("page", "$page", "action", "upload", "content", "uploaded")
                .encoded(Encoding.MULTIPART);
    }

    private static WikiRow write(String name, String path, String... methods) {
        return WikiRow.of(WRITE, name, path, methods);
    }
}

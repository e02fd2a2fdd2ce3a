package org.migrationmodes.testing;

import static org.migrationmodes.testing.WikiRow.Kind.FORM;
import static org.migrationmodes.testing.WikiRow.Kind.READ;
import static org.migrationmodes.testing.WikiRow.Kind.SESSION;

import java.util.List;
import org.migrationmodes.testing.WikiRow.Encoding;

/** What leaves the contents of a wiki as they are. */
final class WikiReads {
    private static final String[] ANY = {"GET", "HEAD", "POST"};

    private WikiReads() {}

    static List<WikiRow> rows() {
        return List.of(
                read("front page", "/", ANY),
                read("page", "/Wiki.jsp", ANY).query("page", "Main"),
                read("page by path", "/wiki/Main", "GET", "HEAD"),
                read("old version", "/Wiki.jsp", "GET").query("page", "$page", "version", "1"),
                read("raw page", "/Wiki.jsp", "GET").query("page", "Main", "skin", "raw"),
                read("reader page", "/Wiki.jsp", "GET").query("page", "Main", "skin", "reader"),
                read("missing page", "/Wiki.jsp", "GET").query("page", "NoSuchPage"),
                read("style sheet", "/templates/default/haddock.css", "GET", "HEAD"),
                read("attachment", "/attach/$page/" + WikiSeed.ATTACHMENT, "GET", "HEAD"),
                read("diff", "/Diff.jsp", "GET").query("page", "$page", "r1", "1", "r2", "1"),
                read("page info", "/PageInfo.jsp", "GET").query("page", "$page"),
                read("conflict", "/PageModified.jsp", "GET").query("page", "$page"),
                read("group", "/Group.jsp", "GET").query("group", "$page").as(WikiUser.ADMIN),
                read("message", "/Message.jsp", "GET"),
                read("search", "/Search.jsp", ANY).fields("query", "wiki"),
                read("quick search", "/templates/default/AJAXSearch.jsp", ANY).fields("query", "wiki"),
                read("categories", "/templates/default/AJAXCategories.jsp", ANY).fields("page", "Main"),
                read("live preview", "/templates/default/AJAXPreview.jsp", "GET", "POST")
                        .fields("page", "$page", "wikimarkup", "__new__ text"),
                read("html to markup", "/XHRHtml2Markup.jsp", "POST").fields("htmlPageText", "<b>new</b> text"),
                read("suggestions", "/ajax/search/suggestions", "POST").fields("params", "Mai,5"),
                read("preview of an edit", "/Edit.jsp", "POST")
                        .fields("page", "$page", "_editedtext", "new text", "preview", "Preview")
                        .fromEditor("/Edit.jsp?page=$page"),
                read("cancelled edit", "/Edit.jsp", "POST")
                        .fields("page", "$page", "_editedtext", "new text", "cancel", "Cancel")
                        .fromEditor("/Edit.jsp?page=$page"),
                form("edit form", "/Edit.jsp").query("page", "$page"),
                form("comment form", "/Comment.jsp").query("page", "$page"),
                form("blog entry form", "/NewBlogEntry.jsp").query("page", "$page"),
                form("upload form", "/Upload.jsp").query("page", "$page"),
                form("new group form", "/NewGroup.jsp").as(WikiUser.ADMIN),
                form("edit group form", "/EditGroup.jsp")
                        .query("group", "$page")
                        .as(WikiUser.ADMIN),
                form("delete form", "/Delete.jsp").query("page", "$page").as(WikiUser.ADMIN),
                // a null pointer in its source, before it shows anything
                form("rename form", "/Rename.jsp")
                        .query("page", "$page")
                        .as(WikiUser.MEMBER)
                        .unproven(),
                session("login", "/Login.jsp")
                        .fields("j_username", WikiUser.MEMBER.login(), "j_password", WikiUser.MEMBER.password())
                        .fields("submitlogin", "Login", "redirect", "Main"),
                session("login form", "/Login.jsp"),
                session("logout", "/Logout.jsp"),
                session("asserted name", "/UserPreferences.jsp")
                        .fields("action", "setAssertedName", "assertedName", "Somebody", "redirect", "Main"),
                session("cleared name", "/UserPreferences.jsp")
                        .fields("action", "clearAssertedName", "redirect", "Main"),
                read("remote reading", "/RPC2/", "POST")
                        .fields("body", "<methodCall><methodName>wiki.getAllPages</methodName></methodCall>")
                        .encoded(Encoding.XML)
                        .unproven());
    }

    private static WikiRow read(String name, String path, String... methods) {
        return WikiRow.of(READ, name, path, methods);
    }

    private static WikiRow form(String name, String path) {
        return WikiRow.of(FORM, name, path, "GET", "HEAD");
    }

    private static WikiRow session(String name, String path) {
        return WikiRow.of(SESSION, name, path, "GET", "POST");
    }
}

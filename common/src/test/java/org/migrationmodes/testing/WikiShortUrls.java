package org.migrationmodes.testing;

import static org.migrationmodes.testing.WikiRow.Kind.FORM;
import static org.migrationmodes.testing.WikiRow.Kind.READ;

import java.util.List;

/** A wiki whose pages are at {@code /wiki/Name}: the parameter {@code do} says what is wanted of a page. */
final class WikiShortUrls {
    private WikiShortUrls() {}

    static List<WikiRow> rows() {
        return List.of(
                WikiRow.of(READ, "short page", "/wiki/Main", "GET", "HEAD"),
                WikiRow.of(READ, "short info", "/wiki/$page", "GET").query("do", "PageInfo"),
                WikiRow.of(FORM, "short edit form", "/wiki/$page", "GET").query("do", "Edit"),
                WikiWrites.edit("short edit", "/wiki/$page").query("do", "Edit"),
                WikiWrites.edit("short edit from the body", "/wiki/$page").fields("do", "Edit"));
    }
}

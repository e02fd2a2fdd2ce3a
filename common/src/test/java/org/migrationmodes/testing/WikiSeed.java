package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a wiki holds before its first start: pages to read, two {@link WikiUser}s, and for each request of
 * {@link WikiRequests} a page, an attachment and a group of its own, all named alike.
 */
public final class WikiSeed {
    /** The file that is attached to every page with attachments. */
    public static final String ATTACHMENT = "notes.txt";

    private static final String FRONT_PAGE = """
            !!! Welcome

            Grüße aus dem Wiki. Καλώς ήρθατε. See [Sandbox] and [Reference|Table].
            """;

    private static final String REFERENCE = """
            !! Reference
            || Key || Value
            | one | 1

            {{{
            <body> is no tag here
            }}}
            """;

    private WikiSeed() {}

    static void write(JspWiki wiki) throws IOException {
        page(wiki, "Main", FRONT_PAGE);
        page(wiki, "Sandbox", "Play here.\n");
        page(wiki, "Table", REFERENCE);
        page(wiki, "WithAttachment", "See [notes|WithAttachment/" + ATTACHMENT + "].\n");
        attachment(wiki, "WithAttachment");
        page(wiki, "LeftMenu", "* [Main]\n* [Sandbox]\n* [Feedback]\n");
        page(wiki, "LeftMenuFooter", "[Table]\n");
        page(wiki, "Feedback", WikiWrites.FORM_PAGE);
        StringBuilder groups = new StringBuilder(group("Admin", WikiUser.ADMIN));
        for (WikiRow row : WikiRequests.allRows()) {
            for (String method : row.methods()) {
                String name = row.page(method);
                page(wiki, name, row.pageText());
                attachment(wiki, name);
                groups.append(group(name, WikiUser.MEMBER));
            }
        }
        write(wiki.groupsFile(), "<groups>\n" + groups + "</groups>\n");
        write(wiki.usersFile(), "<users>\n" + WikiUser.ADMIN.xml() + WikiUser.MEMBER.xml() + "</users>\n");
    }

    /** A page in its second version. */
    private static void page(JspWiki wiki, String name, String text) throws IOException {
        write(wiki.pagesFolder().resolve(name + ".txt"), text);
        Path old = wiki.pagesFolder().resolve("OLD/" + name);
        write(old.resolve("1.txt"), "First version.\n");
        write(old.resolve("page.properties"), "1.author=Plain Member\n2.author=Plain Member\n");
    }

    private static void attachment(JspWiki wiki, String page) throws IOException {
        Path folder = wiki.attachmentsFolder().resolve(page + "-att/" + ATTACHMENT + "-dir");
        write(folder.resolve("1.txt"), "attached to " + page + "\n");
        write(folder.resolve("attachment.properties"), "1.author=Plain Member\n");
    }

    private static String group(String name, WikiUser member) {
        return """
                <group name="%s" creator="ScoutAdmin" created="2020.01.01 at 00:00:00:000 UTC"
                  modifier="ScoutAdmin" lastModified="2020.01.01 at 00:00:00:000 UTC">
                  <member principal="%s"/>
                </group>
                """.formatted(name, member.wikiName());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}

package org.migrationmodes.gate;

import java.util.ArrayList;
import java.util.List;
import org.migrationmodes.banner.Asset;
import org.migrationmodes.banner.Markup;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.NoticeMarkup;

/**
 * A refusal for a browser, made once for all who are told the same; what a visitor had typed goes into its midst. Nothing
 * in it is inline, so that it obeys the strictest Content-Security-Policy. Immutable.
 */
final class RefusalPage {
    /** More rows than this leave no room for what stands below. */
    private static final int MOST_ROWS = 20;

    /** So many of the usual letters fit into a row. */
    private static final int ROW = 70;

    private final Refusal refusal;
    private final boolean scripted;
    private final byte[] beginning;
    private final byte[] end;

    /**
     * Makes the page.
     *
     * @param folder the path of the folder with our files
     * @param script whether pages may have the script
     */
    RefusalPage(Refusal refusal, String folder, boolean script) {
        this.refusal = refusal;
        // All that it does there is to write the time as it is where the visitor is.
        this.scripted = script && refusal.notice().moment() != null;
        this.beginning = beginning(folder);
        this.end = end(folder);
    }

    /** The language of its words, a BCP 47 tag. */
    String language() {
        return refusal.notice().language();
    }

    boolean isScripted() {
        return scripted;
    }

    /**
     * The page for one visitor.
     *
     * @param typed what he gets back
     * @param home where reading goes on
     * @return parts to be sent one after the other, none of which must be changed
     */
    List<byte[]> parts(List<TypedText.Field> typed, String home) {
        int length = 1024;
        for (TypedText.Field field : typed) {
            length += field.text().length() + field.text().length() / 16;
        }
        Markup page = new Markup(length);
        typed(page, typed);
        if (refusal.flag().mode().showsBanner()) {
            page.raw("<p><a href=\"")
                    .text(home)
                    .raw("\">")
                    .text(refusal.notice().words("refused.home"))
                    .raw("</a></p>\n");
        }
        return List.of(beginning, page.toBytes(), end);
    }

    private byte[] beginning(String folder) {
        Notice notice = refusal.notice();
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n<html lang=\"").text(notice.language()).raw("\" dir=\"");
        page.raw(notice.direction()).raw("\">\n<head>\n");
        page.raw("<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"robots\" content=\"noindex\">\n");
        page.raw("<title>").text(refusal.outcome()).raw("</title>\n");
        page.raw("<link rel=\"stylesheet\" href=\"")
                .text(Asset.STYLESHEET.address(folder))
                .raw("\">\n</head>\n");
        page.raw("<body class=\"migration-refusal\">\n<main>\n<h1>")
                .text(refusal.outcome())
                .raw("</h1>\n");
        page.raw("<p><strong>").text(notice.title()).raw("</strong> ");
        NoticeMarkup.sentences(page, notice);
        page.raw("</p>\n");
        if (notice.link() != null) {
            page.raw("<p class=\"migration-announcement\">");
            NoticeMarkup.link(page, notice);
            page.raw("</p>\n");
        }
        return page.toBytes();
    }

    private byte[] end(String folder) {
        Markup page = new Markup().raw("</main>\n");
        if (scripted) {
            page.raw("<script defer src=\"")
                    .text(Asset.SCRIPT.address(folder))
                    .raw("\" data-migration-quiet></script>\n");
        }
        return page.raw("</body>\n</html>\n").toBytes();
    }

    private void typed(Markup page, List<TypedText.Field> typed) {
        Notice notice = refusal.notice();
        if (typed.isEmpty()) {
            if (refusal.verdict() == Verdict.WRITE) {
                page.raw("<p>").text(notice.words("refused.back")).raw("</p>\n");
            }
            return;
        }
        page.raw("<h2 id=\"typed\">")
                .text(notice.words("refused.typed"))
                .raw("</h2>\n<p>")
                .text(notice.words("refused.keep"));
        page.raw("</p>\n");
        List<TypedText.Field> others = new ArrayList<>();
        boolean first = true;
        for (TypedText.Field field : typed) {
            if (!field.isProse()) {
                others.add(field);
            } else if (first) {
                // The longest is what the visitor wrote, under whatever name the host has for it.
                page.raw("<p>");
                text(page, field, " aria-labelledby=\"typed\"").raw("</p>\n");
                first = false;
            } else {
                field(page, field);
            }
        }
        if (!others.isEmpty()) {
            page.raw(first ? "<details open>\n<summary>" : "<details>\n<summary>")
                    .text(notice.words("refused.fields"))
                    .raw("</summary>\n");
            others.forEach(field -> field(page, field));
            page.raw("</details>\n");
        }
    }

    private static void field(Markup page, TypedText.Field field) {
        page.raw("<label><bdi>").text(field.label()).raw("</bdi>\n");
        text(page, field, "").raw("</label>\n");
    }

    /** HTML, section 13.1.2.5: the first line break of a textarea is dropped, so there is one to spare. */
    private static Markup text(Markup page, TypedText.Field field, String attributes) {
        page.raw("<textarea readonly rows=\"" + rows(field.text()) + "\" dir=\"auto\"" + attributes + ">\n");
        return page.text(field.text()).raw("</textarea>");
    }

    private static int rows(String text) {
        int rows = 2 + text.length() / ROW;
        for (int end = text.indexOf('\n'); end >= 0 && rows < MOST_ROWS; end = text.indexOf('\n', end + 1)) {
            rows++;
        }
        return Math.min(MOST_ROWS, rows);
    }
}

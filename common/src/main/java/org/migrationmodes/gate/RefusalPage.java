package org.migrationmodes.gate;

import java.util.List;
import org.migrationmodes.banner.Asset;
import org.migrationmodes.banner.Markup;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.NoticeMarkup;

/** A refusal for a browser. Nothing in it is inline, so that it obeys the strictest Content-Security-Policy. */
final class RefusalPage {
    private RefusalPage() {}

    static String render(Refusal refusal, String folder, boolean scripted, String home) {
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
        typed(page, refusal);
        if (refusal.flag().mode().showsBanner()) {
            page.raw("<p><a href=\"")
                    .text(home)
                    .raw("\">")
                    .text(notice.words("refused.home"))
                    .raw("</a></p>\n");
        }
        page.raw("</main>\n");
        if (scripted) {
            page.raw("<script defer src=\"")
                    .text(Asset.SCRIPT.address(folder))
                    .raw("\" data-migration-quiet></script>\n");
        }
        return page.raw("</body>\n</html>\n").toString();
    }

    private static void typed(Markup page, Refusal refusal) {
        Notice notice = refusal.notice();
        if (refusal.typed().isEmpty()) {
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
        List<TypedText.Field> prose =
                refusal.typed().stream().filter(TypedText.Field::isProse).toList();
        List<TypedText.Field> others =
                refusal.typed().stream().filter(field -> !field.isProse()).toList();
        // The longest is what the visitor wrote, under whatever name the host has for it.
        prose.stream().limit(1).forEach(field -> {
            page.raw("<p>");
            text(page, field, " aria-labelledby=\"typed\"").raw("</p>\n");
        });
        prose.stream().skip(1).forEach(field -> field(page, field));
        if (!others.isEmpty()) {
            page.raw(prose.isEmpty() ? "<details open>\n<summary>" : "<details>\n<summary>")
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
        long lines =
                Math.min(20, 1 + field.text().lines().count() + field.text().length() / 70);
        page.raw("<textarea readonly rows=\"" + lines + "\" dir=\"auto\"" + attributes + ">\n");
        return page.text(field.text()).raw("</textarea>");
    }
}

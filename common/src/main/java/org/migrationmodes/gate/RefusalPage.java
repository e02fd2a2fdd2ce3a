package org.migrationmodes.gate;

import org.migrationmodes.banner.Markup;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.NoticeMarkup;

/** A refusal for a browser. Nothing in it is inline, so that it obeys the strictest Content-Security-Policy. */
final class RefusalPage {
    private RefusalPage() {}

    static String render(Refusal refusal, String stylesheet, String home) {
        Notice notice = refusal.notice();
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n<html lang=\"").text(notice.language()).raw("\" dir=\"");
        page.raw(notice.direction()).raw("\">\n<head>\n");
        page.raw("<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"robots\" content=\"noindex\">\n");
        page.raw("<title>").text(refusal.outcome()).raw("</title>\n");
        page.raw("<link rel=\"stylesheet\" href=\"").text(stylesheet).raw("\">\n</head>\n");
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
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private static void typed(Markup page, Refusal refusal) {
        Notice notice = refusal.notice();
        if (refusal.typed().isEmpty()) {
            if (refusal.verdict() == Verdict.WRITE) {
                page.raw("<p>").text(notice.words("refused.back")).raw("</p>\n");
            }
            return;
        }
        page.raw("<h2>").text(notice.words("refused.typed")).raw("</h2>\n<p>").text(notice.words("refused.keep"));
        page.raw("</p>\n");
        refusal.typed().stream().filter(TypedText.Field::isProse).forEach(field -> field(page, field));
        if (!refusal.typed().stream().allMatch(TypedText.Field::isProse)) {
            page.raw("<details>\n<summary>")
                    .text(notice.words("refused.fields"))
                    .raw("</summary>\n");
            refusal.typed().stream().filter(field -> !field.isProse()).forEach(field -> field(page, field));
            page.raw("</details>\n");
        }
    }

    /** HTML, section 13.1.2.5: the first line break of a textarea is dropped, so there is one to spare. */
    private static void field(Markup page, TypedText.Field field) {
        long lines =
                Math.min(20, 1 + field.text().lines().count() + field.text().length() / 70);
        page.raw("<label><bdi>")
                .text(field.name())
                .raw("</bdi>\n<textarea readonly rows=\"" + lines + "\" dir=\"auto\">\n");
        page.text(field.text()).raw("</textarea></label>\n");
    }
}

package org.migrationmodes.banner;

import org.migrationmodes.flag.Texts;

/** The parts of a notice as markup, the same in the banner and in a refusal; well-formed as XML too. */
public final class NoticeMarkup {
    private NoticeMarkup() {}

    /**
     * Appends what the notice means for the visitor, and until when.
     *
     * @param markup gets the sentences
     * @param notice what to say
     */
    public static void sentences(Markup markup, Notice notice) {
        inItsLanguage(markup, notice, notice.detail());
        Notice.Moment moment = notice.moment();
        if (moment != null) {
            markup.raw(" ")
                    .text(moment.before())
                    .raw("<time datetime=\"")
                    .text(moment.time().toString())
                    .raw("\" dir=\"auto\">");
            markup.text(moment.shown()).raw("</time>").text(moment.after());
        }
    }

    /**
     * Appends the link to the announcement, if there is one.
     *
     * @param markup gets the link
     * @param notice what to say
     */
    public static void link(Markup markup, Notice notice) {
        Notice.Link link = notice.link();
        if (link != null) {
            markup.raw("<a href=\"").text(link.url()).raw("\">");
            inItsLanguage(markup, notice, link.label());
            markup.raw("</a>");
        }
    }

    private static void inItsLanguage(Markup markup, Notice notice, Texts.Text text) {
        if (text.language().equals(notice.language())) {
            markup.text(text.text());
            return;
        }
        // HTML, section 3.2.6.2: a language that nobody named is the empty string
        String language = text.language().equals(Texts.NO_LANGUAGE) ? "" : text.language();
        markup.raw("<span lang=\"").text(language).raw("\" dir=\"").raw(Direction.of(text.language()));
        markup.raw("\">").text(text.text()).raw("</span>");
    }
}

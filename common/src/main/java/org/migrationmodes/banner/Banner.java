package org.migrationmodes.banner;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;

/**
 * The banner of one flag: one contiguous run of ASCII markup that links the announcement once, made once for each choice of languages.
 * Thread-safe.
 */
public final class Banner {
    private final Flag flag;
    private final String stylesheet;
    private final String script;
    private final boolean preview;
    private final NoticeCache<Rendering> renderings;

    /**
     * Makes the banner of a flag.
     *
     * @param flag what holds
     * @param wording the built-in words
     * @param folder the path of the folder with our files
     * @param preview whether the flag does not hold and only the reader sees it
     */
    public Banner(Flag flag, Wording wording, String folder, boolean preview) {
        this.flag = flag;
        this.stylesheet = Asset.STYLESHEET.address(folder);
        this.script = Asset.SCRIPT.address(folder);
        this.preview = preview;
        this.renderings = new NoticeCache<>(flag, wording, preview, Rendering::new);
    }

    /** What readers of some languages see, by what their pages may load. */
    private final class Rendering {
        private final Notice notice;
        private final AtomicReferenceArray<byte[]> markups = new AtomicReferenceArray<>(PagePolicy.HOW_MANY);

        Rendering(Notice notice) {
            this.notice = notice;
        }

        byte[] markup(PagePolicy policy) {
            byte[] known = markups.get(policy.index());
            if (known == null) {
                known = render(notice, policy);
                markups.set(policy.index(), known);
            }
            return known;
        }
    }

    /**
     * The flag that it tells of.
     *
     * @return as given
     */
    public Flag flag() {
        return flag;
    }

    /**
     * The banner for one visitor. In normal mode it is the script alone, which will show it once there is something to
     * show, and nothing where that may not ask for news.
     *
     * @param acceptLanguage the request's header
     * @param policy what the page may load
     * @return bytes that must not be changed
     */
    public byte[] markup(@Nullable String acceptLanguage, PagePolicy policy) {
        return renderings.get(acceptLanguage).markup(policy);
    }

    private byte[] render(Notice notice, PagePolicy policy) {
        Markup markup = new Markup();
        if (flag.mode() != Mode.NORMAL) {
            visible(markup, notice, policy);
        } else if (policy.polling() && !preview) {
            script(markup, policy);
        }
        return markup.toBytes();
    }

    private void visible(Markup markup, Notice notice, PagePolicy policy) {
        String kind = flag.mode().word().toLowerCase(Locale.ROOT);
        markup.raw("<div class=\"migration-banner migration-banner-")
                .text(kind)
                .raw("\" data-migration-service=\"")
                .text(flag.service())
                .raw("\" role=\"region\" aria-label=\"");
        markup.text(notice.words("label"))
                .raw("\" lang=\"")
                .text(notice.language())
                .raw("\" dir=\"")
                .raw(notice.direction())
                .raw("\">");
        if (policy.stylesheet()) {
            markup.raw("<link rel=\"stylesheet\" href=\"").text(stylesheet).raw("\" />");
        }
        markup.raw("<p><strong>").text(notice.title()).raw("</strong> ");
        NoticeMarkup.sentences(markup, notice);
        if (notice.link() != null) {
            markup.raw(" ");
            NoticeMarkup.link(markup, notice);
        }
        markup.raw("</p>");
        if (policy.script()) {
            script(markup, policy);
        }
        markup.raw("</div>");
    }

    private void script(Markup markup, PagePolicy policy) {
        markup.raw("<script defer=\"\" src=\"").text(script).raw("\" data-migration-service=\"");
        markup.text(flag.service());
        if (flag.mode() == Mode.NORMAL && policy.stylesheet()) {
            markup.raw("\" data-migration-style=\"").text(stylesheet);
        }
        // a preview is not what the status says
        boolean polling = policy.polling() && !preview;
        markup.raw(polling ? "\"></script>" : "\" data-migration-quiet=\"\"></script>");
    }
}

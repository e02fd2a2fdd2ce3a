package org.migrationmodes.banner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Texts;

/**
 * What a visitor is told of a flag, in his language: the sentences of the banner and of a refusal.
 */
public final class Notice {
    private final Flag flag;
    private final Words words;
    private final List<String> languages;
    private final boolean preview;

    /**
     * Makes a notice.
     *
     * @param flag what holds
     * @param wording the built-in words
     * @param languages what the visitor reads, as of {@link AcceptLanguage#parse}
     * @param preview whether the flag does not hold and only the reader sees it
     */
    public Notice(Flag flag, Wording wording, List<String> languages, boolean preview) {
        this.flag = flag;
        this.words = wording.in(languages);
        this.languages = languages;
        this.preview = preview;
    }

    /**
     * What is the matter, in a sentence.
     *
     * @return built-in words
     */
    public String title() {
        String title = words.of(flag.mode().word() + ".title");
        return preview ? words.of("preview") + " " + title : title;
    }

    /**
     * What that means for the visitor.
     *
     * @return the flag's own text, else built-in words
     */
    public Texts.Text detail() {
        return flag.message()
                .lookup(languages)
                .orElseGet(() -> words.text(flag.mode().word() + ".detail"));
    }

    /**
     * The sentence about time: when it ends, or when the next mode begins.
     *
     * @return null if nothing is known
     */
    public @Nullable Moment moment() {
        Phase next = flag.next();
        if (flag.mode() == Mode.ANNOUNCED && next != null && next.mode().isFrozen()) {
            return moment("next." + next.mode().word(), next.at());
        }
        Instant until = flag.until();
        return until == null ? null : moment(flag.mode().word() + ".until", until);
    }

    /**
     * The link to the announcement.
     *
     * @return null if the flag names none
     */
    public @Nullable Link link() {
        Announcement announcement = flag.announcement();
        if (announcement == null) {
            return null;
        }
        Texts.Text label = announcement.title().lookup(languages).orElseGet(() -> words.text("link"));
        return new Link(announcement.url().toString(), label);
    }

    /**
     * Other built-in words.
     *
     * @param key as in the file
     * @return plain text
     */
    public String words(String key) {
        return words.of(key);
    }

    /**
     * The language of the built-in words.
     *
     * @return a BCP 47 tag
     */
    public String language() {
        return words.language();
    }

    /**
     * Which way that language is written.
     *
     * @return for the markup's {@code dir}: {@code ltr} or {@code rtl}
     */
    public String direction() {
        return Direction.of(language());
    }

    /**
     * The languages of what this notice says. Two notices of one flag with the same languages say the same.
     *
     * @return BCP 47 tags: of the built-in words, the detail, and the link's label
     */
    public List<String> languages() {
        Link link = link();
        return List.of(
                language(),
                detail().language(),
                link == null ? "" : link.label().language());
    }

    /** A link and its label. */
    public record Link(String url, Texts.Text label) {}

    /** A sentence with a time in it: what comes before, the time, what comes after. */
    public record Moment(String before, Instant time, String shown, String after) {}

    private Moment moment(String key, Instant time) {
        String sentence = words.of(key);
        int at = sentence.indexOf("{time}");
        return new Moment(
                sentence.substring(0, at), time, words.time(time), sentence.substring(at + "{time}".length()));
    }
}

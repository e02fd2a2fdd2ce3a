package org.migrationmodes.flag;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one service does now, from the most open to the most closed. */
public enum Mode {
    /** Nothing is refused and nothing is shown. */
    NORMAL("normal", Openness.WRITABLE),
    /** Nothing is refused; the banner links the announcement. */
    ANNOUNCED("announced", Openness.WRITABLE),
    /** Reading and logging in go on; editors and writes are refused. The forum's word for it is {@code maintenance}. */
    READ_ONLY("read-only", Openness.READABLE),
    /** As {@link #READ_ONLY}, on a server that visitors reach by stale DNS. */
    MOVED("moved", Openness.READABLE),
    /** Everything is refused. */
    CLOSED("closed", Openness.SHUT);

    /** How much a mode lets through. */
    enum Openness {
        WRITABLE,
        READABLE,
        SHUT
    }

    private static final String FORUM_WORD_FOR_READ_ONLY = "maintenance";

    private final String word;
    private final Openness openness;

    Mode(String word, Openness openness) {
        this.word = word;
        this.openness = openness;
    }

    /**
     * Finds the mode of a word as it stands in a document.
     *
     * @param word compared as it is: case and white space count
     * @return empty if no mode has this word
     */
    public static Optional<Mode> of(String word) {
        if (word.equals(FORUM_WORD_FOR_READ_ONLY)) {
            return Optional.of(READ_ONLY);
        }
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }

    /**
     * All words that {@link #of} knows, for error messages.
     *
     * @return the words, separated by commas
     */
    public static String words() {
        return Arrays.stream(values()).map(Mode::word).collect(Collectors.joining(", ")) + ", "
                + FORUM_WORD_FOR_READ_ONLY;
    }

    /**
     * The mode's word in documents, status and answers.
     *
     * @return lower case, stable
     */
    public String word() {
        return word;
    }

    /**
     * Whether editors and writes are refused.
     *
     * @return true in {@link #READ_ONLY}, {@link #MOVED} and {@link #CLOSED}
     */
    public boolean isFrozen() {
        return openness != Openness.WRITABLE;
    }

    /**
     * Whether reads go on and show the banner.
     *
     * @return true in {@link #ANNOUNCED}, {@link #READ_ONLY} and {@link #MOVED}
     */
    public boolean showsBanner() {
        return this == ANNOUNCED || openness == Openness.READABLE;
    }

    /**
     * Whether a request that this mode lets pass might be one that the other refuses.
     *
     * @param other the mode to compare with
     * @return true if this one lets more through
     */
    public boolean isMoreOpenThan(Mode other) {
        return openness.compareTo(other.openness) < 0;
    }
}

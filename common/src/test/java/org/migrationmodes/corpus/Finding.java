package org.migrationmodes.corpus;

import java.util.regex.Pattern;

/** How what went over the wire compares with what the oracle says. */
enum Finding {
    SAME,
    /** By rule: the tag ends further in than it is looked for. */
    BEYOND_THE_BOUND,
    /** By rule: what begins with text is no markup. */
    BEGINS_WITH_TEXT,
    /** By rule: an input is taken for one that is seen, so a frameset behind it for none; no browser shows that banner. */
    INPUT_BEFORE_A_FRAMESET,
    /** A browser decides. */
    DIFFERENT;

    private static final int BOUND = 65_536;
    private static final Pattern HIDDEN_INPUT =
            Pattern.compile("<input[^>]*type=[\"']?hidden[^>]*>.*<frameset", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Compares.
     *
     * @param banner where it stands in the text, or -1
     */
    static Finding of(SourceText source, Oracle oracle, Way way, int banner) {
        if (banner >= 0 || oracle.first() < 0) {
            if (isSamePlace(source, oracle, banner)) {
                return SAME;
            }
            boolean rule = banner >= 0
                    && oracle.first() < 0
                    && HIDDEN_INPUT.matcher(source.text().substring(0, banner)).find();
            return rule ? INPUT_BEFORE_A_FRAMESET : DIFFERENT;
        }
        String text = source.text().replace("\uFEFF", "").stripLeading();
        if (!text.startsWith("<")) {
            return BEGINS_WITH_TEXT;
        }
        int start = oracle.starts().get(oracle.first());
        int end = oracle.end() >= 0 ? oracle.end() : source.text().indexOf('>', start) + 1;
        int read = way.isByCharacter() ? end : source.byteOffset(end);
        return read > BOUND ? BEYOND_THE_BOUND : DIFFERENT;
    }

    private static boolean isSamePlace(SourceText source, Oracle oracle, int banner) {
        if (banner < 0 || oracle.first() < 0) {
            return banner < 0 && oracle.first() < 0;
        }
        if (oracle.end() >= 0) {
            return banner == oracle.end();
        }
        return oracle.first() == candidate(oracle, banner) && source.text().charAt(banner - 1) == '>';
    }

    /** The number of the last tag-like thing before the banner, or -1. */
    static int candidate(Oracle oracle, int banner) {
        int last = -1;
        for (int start : oracle.starts()) {
            last += start < banner ? 1 : 0;
        }
        return last;
    }
}

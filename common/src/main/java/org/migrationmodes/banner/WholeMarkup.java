package org.migrationmodes.banner;

import org.migrationmodes.banner.HtmlTokenizer.Token;

/**
 * A tag or comment of HTML that lies whole in one piece of bytes, read at once. Knows the same grammar as
 * {@link HtmlTokenizer}, which reads a unit at a time whatever this leaves to it.
 */
final class WholeMarkup {

    /** It is not all here, or matters for more than its name. */
    static final int LEFT = -1;

    private static final long META = TagName.of("meta");
    private static final long BASE = TagName.of("base");
    private static final long EQUALS_SIGNS = ByteSearch.ONES * '=';
    /** Set in all letters, and in nothing that ends an attribute's name. */
    private static final long LETTERS = ByteSearch.ONES * 0x40;

    private static final int SHORTEST_POLICY = "http-equiv=content-security-policy".length();

    private Token token = Token.NOTHING;
    private long name = TagName.NONE;
    private boolean selfClosing;

    Token token() {
        return token;
    }

    /** The tag's name. */
    long name() {
        return name;
    }

    /** Whether the tag ends in {@code />} that is no part of a value. */
    boolean isSelfClosing() {
        return selfClosing;
    }

    /**
     * Reads markup.
     *
     * @param from where its {@code <} is
     * @param to where the piece ends
     * @return the index behind its {@code >}, or {@link #LEFT}
     */
    int read(byte[] bytes, int from, int to) {
        if (to - from < Long.BYTES) {
            return LEFT;
        }
        int second = bytes[from + 1];
        if (second == '!') {
            token = Token.NOTHING;
            return TagName.isLetter(bytes[from + 2]) ? behind(bytes, from, to, '>') : comment(bytes, from, to);
        }
        token = second == '/' ? Token.END_TAG : Token.START_TAG;
        int start = second == '/' ? from + 2 : from + 1;
        return TagName.isLetter(bytes[start]) ? tag(bytes, start, to) : LEFT;
    }

    /** HTML standard 13.2.5.43 to .52; what begins or ends in any other way than most do is left. */
    private static int comment(byte[] bytes, int from, int to) {
        boolean plain =
                bytes[from + 2] == '-' && bytes[from + 3] == '-' && bytes[from + 4] != '-' && bytes[from + 4] != '>';
        int i = plain ? ByteSearch.indexOf(bytes, from + 4, to, '-') : to;
        while (i < to - 2 && bytes[i + 1] != '-') {
            i = ByteSearch.indexOf(bytes, i + 1, to, '-');
        }
        return i < to - 2 && bytes[i + 2] == '>' ? i + 3 : LEFT;
    }

    private static int behind(byte[] bytes, int from, int to, int last) {
        int at = ByteSearch.indexOf(bytes, from, to, last);
        return at < to ? at + 1 : LEFT;
    }

    private int tag(byte[] bytes, int from, int to) {
        int i = from;
        int letters = to - from < Long.BYTES ? 0 : TagName.letters(ByteSearch.eight(bytes, from));
        if (letters > 0 && TagName.isEnd(bytes[from + letters])) {
            name = TagName.of(ByteSearch.eight(bytes, from), letters);
            i += letters;
        } else {
            name = TagName.NONE;
            for (; i < to && !TagName.isEnd(bytes[i]); i++) {
                name = TagName.append(name, bytes[i] & 0xff);
            }
        }
        boolean start = token == Token.START_TAG;
        return start && name == BASE ? LEFT : attributes(bytes, i, to, start && name == META);
    }

    /**
     * HTML standard 13.2.5.32 to .40.
     *
     * @param meta whether a policy may be stated by them
     */
    private int attributes(byte[] bytes, int from, int to, boolean meta) {
        selfClosing = false;
        int i = from;
        while (i < to) {
            int b = bytes[i];
            if (b == '>') {
                return i + 1;
            }
            if (TagName.isSpace(b)) {
                i++;
            } else if (b == '/') {
                selfClosing = i + 1 < to && bytes[i + 1] == '>';
                i++;
            } else {
                int name = i;
                i = attribute(bytes, i, to);
                if (meta && (b | 0x20) == 'h' && mayNamePolicy(bytes, name, Math.min(i, to))) {
                    return LEFT;
                }
            }
        }
        return LEFT;
    }

    private static boolean mayNamePolicy(byte[] bytes, int from, int to) {
        return to - from >= SHORTEST_POLICY || ByteSearch.indexOf(bytes, from, to, '&') < to;
    }

    private static int attribute(byte[] bytes, int from, int to) {
        int i = to - from < Long.BYTES ? from : shortName(ByteSearch.eight(bytes, from), from);
        if (i == from) {
            // a = that begins a name is part of it
            i = from + 1;
            while (i < to && bytes[i] != '=' && !TagName.isEnd(bytes[i])) {
                i++;
            }
            i = afterSpace(bytes, i, to);
        }
        return i < to && bytes[i] == '=' ? value(bytes, i + 1, to) : i;
    }

    /** Where the = is behind up to seven letters, or the name's own place: saves nearly all names a branch for each letter. */
    private static int shortName(long eight, int from) {
        long found = ByteSearch.zeros(eight ^ EQUALS_SIGNS);
        long before = (found ^ (found - 1)) >>> Byte.SIZE;
        boolean plain = found != 0 && (~eight & LETTERS & before) == 0;
        return plain ? from + (Long.numberOfTrailingZeros(found) >> 3) : from;
    }

    /** Behind a value. */
    private static int value(byte[] bytes, int from, int to) {
        int i = afterSpace(bytes, from, to);
        if (i == to || bytes[i] == '>') {
            return i;
        }
        if (bytes[i] == '"' || bytes[i] == '\'') {
            return ByteSearch.indexOf(bytes, i + 1, to, bytes[i]) + 1;
        }
        while (i < to && bytes[i] != '>' && !TagName.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private static int afterSpace(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && TagName.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }
}

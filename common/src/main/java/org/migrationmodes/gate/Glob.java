package org.migrationmodes.gate;

import java.util.List;

/**
 * A pattern in which {@code *} stands for any characters but {@code /}, and {@code **} for any characters. Case counts.
 * {@code /a/**} is about {@code /a} as well, since a servlet mapped to {@code /a/*} serves both (Servlet 6.0, section
 * 12.2). Matching allocates nothing.
 */
final class Glob {
    private static final char WITHIN = '*';
    /** Stands for {@code **} within a pattern; in one with a wildcard it is itself a wildcard. */
    static final char ACROSS = '\uE000';

    private final String source;
    private final char[] pattern;
    private final boolean literal;
    private final boolean anything;
    private final boolean subtree;
    /** Where the last wildcard stands in the pattern, or -1: what follows it can only be the text's end. */
    private final int lastWildcard;

    Glob(String source) {
        this.source = source;
        this.pattern = source.replace("**", String.valueOf(ACROSS)).toCharArray();
        this.literal = source.indexOf('*') < 0;
        this.anything = source.equals("**");
        this.subtree = source.length() > 3 && source.endsWith("/**");
        this.lastWildcard = lastWildcard(pattern);
    }

    private static int lastWildcard(char[] pattern) {
        int last = pattern.length - 1;
        while (last >= 0 && !isWildcard(pattern[last])) {
            last--;
        }
        return last;
    }

    private static boolean isWildcard(char c) {
        return c == WITHIN || c == ACROSS;
    }

    static boolean anyMatches(List<Glob> globs, String text) {
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it matches only itself. */
    boolean isLiteral() {
        return literal;
    }

    boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether it matches a part of a text. */
    boolean matches(String text, int from, int to) {
        if (literal) {
            return to - from == source.length() && text.startsWith(source, from);
        }
        return anything || matches(0, text, from, to);
    }

    private boolean ends(int p, int i, int to) {
        return subtree && p == pattern.length - 2 && i == to;
    }

    private boolean matches(int at, String text, int from, int to) {
        int i = from;
        for (int p = at; p < pattern.length; p++) {
            if (ends(p, i, to)) {
                return true;
            }
            char expected = pattern[p];
            if (isWildcard(expected)) {
                return matchesRest(p + 1, text, i, to, expected);
            }
            if (i >= to || text.charAt(i) != expected) {
                return false;
            }
            i++;
        }
        return i == to;
    }

    private boolean matchesRest(int rest, String text, int from, int to, char wildcard) {
        if (wildcard == ACROSS && rest > lastWildcard) {
            int last = to - (pattern.length - rest);
            return last >= from && matches(rest, text, last, to);
        }
        for (int i = from; i <= to; i++) {
            if (matches(rest, text, i, to)) {
                return true;
            }
            if (i < to && wildcard == WITHIN && text.charAt(i) == '/') {
                return false;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return source;
    }
}

package org.migrationmodes.gate;

/**
 * A pattern in which {@code *} stands for any characters but {@code /}, and {@code **} for any characters. Case counts.
 * {@code /a/**} is about {@code /a} as well, since a servlet mapped to {@code /a/*} serves both (Servlet 6.0, section
 * 12.2). Matching allocates nothing.
 */
final class Glob {
    private static final char WITHIN = '*';
    private static final char ACROSS = '\uE000';

    private final String source;
    private final char[] pattern;
    private final boolean literal;
    private final boolean subtree;

    Glob(String source) {
        this.source = source;
        this.pattern = source.replace("**", String.valueOf(ACROSS)).toCharArray();
        this.literal = source.indexOf('*') < 0;
        this.subtree = source.length() > 3 && source.endsWith("/**");
    }

    boolean matches(String text) {
        return literal ? source.equals(text) : matches(0, text, 0);
    }

    private boolean ends(int p, int i, String text) {
        return subtree && p == pattern.length - 2 && i == text.length();
    }

    private boolean matches(int at, String text, int from) {
        int i = from;
        for (int p = at; p < pattern.length; p++) {
            if (ends(p, i, text)) {
                return true;
            }
            char expected = pattern[p];
            if (expected == WITHIN || expected == ACROSS) {
                return matchesRest(p + 1, text, i, expected);
            }
            if (i >= text.length() || text.charAt(i) != expected) {
                return false;
            }
            i++;
        }
        return i == text.length();
    }

    private boolean matchesRest(int rest, String text, int from, char wildcard) {
        if (rest == pattern.length && wildcard == ACROSS) {
            return true;
        }
        for (int i = from; i <= text.length(); i++) {
            if (matches(rest, text, i)) {
                return true;
            }
            if (i < text.length() && wildcard == WITHIN && text.charAt(i) == '/') {
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

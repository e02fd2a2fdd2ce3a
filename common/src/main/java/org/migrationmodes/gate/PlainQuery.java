package org.migrationmodes.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A short query string in whose names every character stands for itself: its parameters are looked at where they are, and
 * of the values only those are decoded that somebody asks for.
 */
final class PlainQuery implements NamedValues {
    /** A longer one is better taken apart once than read by each route. */
    private static final int LONGEST = 256;

    private final String query;

    PlainQuery(String query) {
        this.query = query;
    }

    static boolean hasPlainNames(String query) {
        if (query.length() > LONGEST) {
            return false;
        }
        boolean inName = true;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (inName && !isPlain(c)) {
                return false;
            }
            inName = c == '&' || (inName && c != '=');
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c != '%' && c != '+' && c < 0x80;
    }

    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isPlain(query.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String decoded(int from, int to) {
        return Parameters.decode(query.substring(from, to), StandardCharsets.UTF_8);
    }

    @Override
    public int look(Condition condition) {
        int seen = 0;
        for (int from = 0; from < query.length(); ) {
            int to = end(from);
            int nameEnd = nameEnd(from, to);
            if (to > from && condition.name().matches(query, from, nameEnd)) {
                seen |= look(condition, Math.min(nameEnd + 1, to), to);
            }
            from = to + 1;
        }
        return seen;
    }

    private int look(Condition condition, int from, int to) {
        if (isPlain(from, to)) {
            return condition.see(query, from, to);
        }
        String value = decoded(from, to);
        return condition.see(value, 0, value.length());
    }

    @Override
    public List<String> values(String name) {
        List<String> values = List.of();
        for (int from = 0; from < query.length(); ) {
            int to = end(from);
            int nameEnd = nameEnd(from, to);
            if (to > from && nameEnd - from == name.length() && query.startsWith(name, from)) {
                values = values.isEmpty() ? new ArrayList<>() : values;
                values.add(decoded(Math.min(nameEnd + 1, to), to));
            }
            from = to + 1;
        }
        return values;
    }

    private int end(int from) {
        int end = query.indexOf('&', from);
        return end < 0 ? query.length() : end;
    }

    private int nameEnd(int from, int to) {
        int i = from;
        while (i < to && query.charAt(i) != '=') {
            i++;
        }
        return i;
    }
}

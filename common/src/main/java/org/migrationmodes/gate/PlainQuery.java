package org.migrationmodes.gate;

import java.util.ArrayList;
import java.util.List;

/** A short query string in which every character stands for itself: its parameters are looked at where they are. */
final class PlainQuery implements NamedValues {
    /** A longer one is better taken apart once than read by each route. */
    private static final int LONGEST = 256;

    private final String query;

    PlainQuery(String query) {
        this.query = query;
    }

    static boolean isPlain(String query) {
        if (query.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '%' || c == '+' || c >= 0x80) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int look(Condition condition) {
        int seen = 0;
        for (int from = 0; from < query.length(); ) {
            int to = end(from);
            int nameEnd = nameEnd(from, to);
            if (to > from && condition.name().matches(query, from, nameEnd)) {
                seen |= condition.see(query, Math.min(nameEnd + 1, to), to);
            }
            from = to + 1;
        }
        return seen;
    }

    @Override
    public List<String> values(String name) {
        List<String> values = List.of();
        for (int from = 0; from < query.length(); ) {
            int to = end(from);
            int nameEnd = nameEnd(from, to);
            if (to > from && nameEnd - from == name.length() && query.startsWith(name, from)) {
                values = values.isEmpty() ? new ArrayList<>() : values;
                values.add(query.substring(Math.min(nameEnd + 1, to), to));
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

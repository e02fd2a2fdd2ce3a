package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** The request headers that a response names as those it depended on (RFC 9110, section 12.5.5). Immutable. */
public final class Vary {
    /** For a response that depends on none. */
    public static final Vary NONE = new Vary(List.of());

    private static final String VARY = "Vary";

    private final List<String> names;
    /** Most responses name none yet. */
    private final String all;

    private Vary(List<String> names) {
        this.names = names;
        this.all = String.join(", ", names);
    }

    /**
     * Names headers.
     *
     * @param names as clients send them
     * @return them all
     */
    public static Vary on(List<String> names) {
        return new Vary(List.copyOf(names));
    }

    /** Adds those that a response does not name yet. */
    void addTo(HttpServletResponse response) {
        if (names.isEmpty()) {
            return;
        }
        String missing = response.containsHeader(VARY) ? missing(response.getHeaders(VARY)) : all;
        if (!missing.isEmpty()) {
            response.addHeader(VARY, missing);
        }
    }

    private String missing(Collection<String> said) {
        StringJoiner missing = new StringJoiner(", ");
        for (String name : names) {
            if (!names(said, name)) {
                missing.add(name);
            }
        }
        return missing.toString();
    }

    private static boolean names(Collection<String> lines, String name) {
        for (String line : lines) {
            for (int at = 0; at + name.length() <= line.length(); at++) {
                int end = at + name.length();
                if (line.regionMatches(true, at, name, 0, name.length())
                        && (at == 0 || isBetween(line.charAt(at - 1)))
                        && (end == line.length() || isBetween(line.charAt(end)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBetween(char c) {
        return c == ',' || TagName.isSpace(c);
    }
}

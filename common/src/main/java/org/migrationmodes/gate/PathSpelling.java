package org.migrationmodes.gate;

import java.util.Locale;

/** Tells paths that a host may read otherwise than the container does. Browsers never send such. */
final class PathSpelling {
    private PathSpelling() {}

    /**
     * Whether there are parent folders, escaped separators, or path parameters before the last segment.
     *
     * @param uri has the path from there on
     */
    static boolean isOdd(String uri, int from) {
        for (int i = from; i < uri.length(); i++) {
            char c = uri.charAt(i);
            boolean begins = i == from || uri.charAt(i - 1) == '/';
            if (c == '%' || c == '\\' || c == ';' || (c == '.' && begins)) {
                return isOdd(uri.substring(from));
            }
        }
        return false;
    }

    private static boolean isOdd(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c") || lower.indexOf('\\') >= 0) {
            return true;
        }
        int parameters = lower.indexOf(';');
        if (parameters >= 0 && parameters < lower.lastIndexOf('/')) {
            return true;
        }
        for (String segment : lower.split("[/;]", -1)) {
            String plain = segment.replace("%2e", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return false;
    }
}

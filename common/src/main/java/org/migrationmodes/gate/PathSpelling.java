package org.migrationmodes.gate;

import java.util.Locale;

/** Tells paths that a host may read otherwise than the container does. Browsers never send such. */
final class PathSpelling {
    private PathSpelling() {}

    /** Whether there are parent folders, escaped separators, or path parameters before the last segment. */
    static boolean isOdd(String raw) {
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

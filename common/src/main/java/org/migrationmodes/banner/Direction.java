package org.migrationmodes.banner;

import java.util.Locale;
import java.util.Set;
import org.migrationmodes.flag.Texts;

/** Which way a language is written, for the attribute {@code dir} (HTML, section 3.2.6.4). */
final class Direction {
    private static final Set<String> RTL_SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa");

    /** Of languages whose script is not named since it goes without saying. */
    private static final Set<String> RTL_LANGUAGES = Set.of(
            "ar", "arc", "ary", "arz", "azb", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn",
            "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi");

    private Direction() {}

    /** What a text in a language goes by; {@code auto} where nobody named the language. */
    static String of(String language) {
        if (language.equals(Texts.NO_LANGUAGE)) {
            return "auto";
        }
        String[] subtags = language.toLowerCase(Locale.ROOT).split("-", -1);
        boolean rtl = RTL_LANGUAGES.contains(subtags[0]);
        // RFC 5646, section 2.1: a language of its own kind has three letters, a script has four and comes next.
        for (int i = 1; i < subtags.length && subtags[i].matches("[a-z]{3,4}"); i++) {
            if (subtags[i].length() == 4) {
                rtl = RTL_SCRIPTS.contains(subtags[i]);
            }
        }
        return rtl ? "rtl" : "ltr";
    }
}

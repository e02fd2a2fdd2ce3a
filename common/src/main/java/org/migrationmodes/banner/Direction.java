package org.migrationmodes.banner;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationmodes.flag.Texts;

/** Which way a language is written, for the attribute {@code dir} (HTML, section 3.2.6.4). */
final class Direction {
    private static final Pattern SCRIPT = Pattern.compile("[a-z]{2,3}(?:-[a-z]{3})*+-([a-z]{4})(?:-.*)?");

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
        String tag = language.toLowerCase(Locale.ROOT);
        Matcher script = SCRIPT.matcher(tag);
        boolean rtl =
                script.matches() ? RTL_SCRIPTS.contains(script.group(1)) : RTL_LANGUAGES.contains(tag.split("-", 2)[0]);
        return rtl ? "rtl" : "ltr";
    }
}

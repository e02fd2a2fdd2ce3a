package org.migrationmodes.banner;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Character references in an attribute's value (HTML standard 13.2.5.72 to .84). Of those with a name, the ones of XML
 * are known; without a semicolon a name stands for nothing that a policy's syntax is made of.
 */
final class CharacterReferences {

    private static final Pattern REFERENCE =
            Pattern.compile("&#[xX]([0-9a-fA-F]+);?|&#([0-9]+);?|&([A-Za-z][A-Za-z0-9]*);");
    private static final Map<String, String> NAMES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final String NO_CHARACTER = "\ufffd";

    private CharacterReferences() {}

    /** Whether all of them are known. */
    static boolean areKnown(String value) {
        return REFERENCE.matcher(value).results().allMatch(found -> isKnown(found.group(3)));
    }

    private static boolean isKnown(@Nullable String name) {
        return name == null || NAMES.containsKey(name);
    }

    /** Unknown ones stay as they are. */
    static String resolve(String value) {
        return value.indexOf('&') < 0
                ? value
                : REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult reference) {
        String hex = reference.group(1);
        String decimal = reference.group(2);
        String name = reference.group(3);
        if (name != null) {
            return NAMES.getOrDefault(name, reference.group());
        }
        return hex != null ? numbered(hex, 16) : numbered(String.valueOf(decimal), 10);
    }

    /** Beyond ASCII, it does not matter which one. */
    private static String numbered(String digits, int radix) {
        try {
            int code = Integer.parseInt(digits, radix);
            return code > 0 && code < 0x80 ? Character.toString(code) : NO_CHARACTER;
        } catch (NumberFormatException tooLarge) {
            return NO_CHARACTER;
        }
    }
}

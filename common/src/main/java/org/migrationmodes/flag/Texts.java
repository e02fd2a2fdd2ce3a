package org.migrationmodes.flag;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One text in some languages.
 *
 * @param byLanguage plain text by BCP 47 language tag, in the order of the document, must not
 *     change any more; the tag of a text without a
 *     language is {@value #NO_LANGUAGE}
 */
public record Texts(Map<String, String> byLanguage) {
    /** BCP 47's tag for a text whose language nobody named. */
    public static final String NO_LANGUAGE = "und";

    /** No text at all. */
    public static final Texts NONE = new Texts(Map.of());

    private static final String LAST_RESORT = "en";

    /**
     * A text whose language is not named.
     *
     * @param text plain text
     * @return texts that answer every visitor with it
     */
    public static Texts plain(String text) {
        return new Texts(Map.of(NO_LANGUAGE, text));
    }

    /** A text and the language that it is in. */
    public record Text(String language, String text) {}

    /**
     * The text for a visitor, by lookup (RFC 4647, section 3.4), else the one without a language, else the English one,
     * else the first.
     *
     * @param wanted the tags to look for in this order, each range followed by what it is shortened to
     * @return empty only if there is no text at all
     */
    public Optional<Text> lookup(List<String> wanted) {
        for (String tag : wanted) {
            for (Map.Entry<String, String> entry : byLanguage.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(tag)) {
                    return Optional.of(new Text(entry.getKey(), entry.getValue()));
                }
            }
        }
        for (String fallback : List.of(NO_LANGUAGE, LAST_RESORT)) {
            String text = byLanguage.get(fallback);
            if (text != null) {
                return Optional.of(new Text(fallback, text));
            }
        }
        return byLanguage.entrySet().stream().findFirst().map(entry -> new Text(entry.getKey(), entry.getValue()));
    }
}

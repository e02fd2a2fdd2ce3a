package org.migrationmodes.banner;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a visitor reads, from the header Accept-Language (RFC 9110, section 12.5.4). */
public final class AcceptLanguage {
    /** More than this nobody means; it would only cost time and memory. */
    private static final int LONGEST = 200;

    private AcceptLanguage() {}

    /**
     * Reads the header.
     *
     * @param header its value; may be missing or wrong
     * @return the ranges, best first; empty if the header says nothing that can be understood
     */
    public static List<Locale.LanguageRange> parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

package org.migrationmodes.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The one form in which times may be sent over HTTP: {@code Fri, 26 Feb 2021 12:00:00 GMT} (RFC 9110, section 5.6.7). */
final class HttpDate {
    // Read by hand, since each look at a website reads two, and a pattern's groups would be most of what that
    // allocates.
    private static final String DAYS = "MonTueWedThuFriSatSun";

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int LENGTH = 29;
    private static final int MOST_DIGITS = 9;

    private HttpDate() {}

    /** What time it is where an answer comes from; null if it does not say so. */
    static @Nullable Instant of(Response response) {
        Instant made = parse(response.header("Date"));
        String age = response.header("Age");
        if (made == null || age == null) {
            return made;
        }
        // A cache's answer is older than its date (RFC 9111, section 4.2.3).
        int seconds = digits(age, 0, age.length());
        return seconds < 0 ? null : made.plusSeconds(seconds);
    }

    /** The time, or null if the text is missing or in any other form; such are odd, but no error. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null
                || text.length() != LENGTH
                || name(DAYS, text, 0) < 0
                || !text.startsWith(", ", 3)
                || text.charAt(7) != ' '
                || text.charAt(11) != ' '
                || text.charAt(16) != ' '
                || text.charAt(19) != ':'
                || text.charAt(22) != ':'
                || !text.endsWith(" GMT")) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            digits(text, 12, 16),
                            name(MONTHS, text, 8) + 1,
                            digits(text, 5, 7),
                            digits(text, 17, 19),
                            digits(text, 20, 22),
                            digits(text, 23, 25))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Which of some names of three letters stands there; -1 if none does. */
    private static int name(String names, String text, int at) {
        for (int i = 0; i < names.length(); i += 3) {
            if (names.regionMatches(i, text, at, 3)) {
                return i / 3;
            }
        }
        return -1;
    }

    /** The number that a part of a text is; -1 if it is something else. */
    private static int digits(String text, int from, int to) {
        int number = to > from && to - from <= MOST_DIGITS ? 0 : -1;
        for (int i = from; i < to && number >= 0; i++) {
            char digit = text.charAt(i);
            number = digit < '0' || digit > '9' ? -1 : 10 * number + digit - '0';
        }
        return number;
    }
}

package org.migrationmodes.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The one form in which times may be sent over HTTP: {@code Fri, 26 Feb 2021 12:00:00 GMT} (RFC 9110, section 5.6.7). */
final class HttpDate {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern FORM = Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d\\d) ("
            + String.join("|", MONTHS) + ") (\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d) GMT");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private HttpDate() {}

    /** What time it is where an answer comes from; null if it does not say so. */
    static @Nullable Instant of(Response response) {
        Instant made = parse(response.header("Date"));
        String age = response.header("Age");
        if (made == null || age == null) {
            return made;
        }
        // A cache's answer is older than its date (RFC 9111, section 4.2.3).
        return SECONDS.matcher(age).matches() ? made.plusSeconds(Long.parseLong(age)) : null;
    }

    /** The time, or null if the text is missing or in any other form; such are odd, but no error. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            Integer.parseInt(found.group(3)),
                            MONTHS.indexOf(found.group(2)) + 1,
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(4)),
                            Integer.parseInt(found.group(5)),
                            Integer.parseInt(found.group(6)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

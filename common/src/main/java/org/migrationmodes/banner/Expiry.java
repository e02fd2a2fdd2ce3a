package org.migrationmodes.banner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header Expires (RFC 9111, section 5.3), cut to a limit. */
final class Expiry {
    /** RFC 9110 section 5.6.7, IMF-fixdate: the form that is sent. */
    static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    /** An invalid date, which every cache takes for the past. */
    private static final String PAST = "0";
    /** The old forms that a recipient must understand. */
    private static final List<DateTimeFormatter> FORMS = List.of(
            HTTP_DATE,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT));

    private Expiry() {}

    /**
     * Cuts the lifetime.
     *
     * @param lines the values of the field as the host set them; the earliest counts
     * @param last the latest that is allowed
     * @return the earlier one; the past if a value is no date
     */
    static String limited(List<String> lines, Instant last) {
        Instant earliest = last;
        for (String line : lines) {
            Optional<Instant> date = parse(line.strip());
            if (date.isEmpty()) {
                return PAST;
            }
            if (date.get().isBefore(earliest)) {
                earliest = date.get();
            }
        }
        return HTTP_DATE.format(earliest.atZone(ZoneOffset.UTC));
    }

    private static Optional<Instant> parse(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException another) {
                // form
            }
        }
        return Optional.empty();
    }
}

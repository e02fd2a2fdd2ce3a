package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How long a website wants to be left alone (RFC 9110, section 10.2.3). */
final class RetryAfter {
    // A website in a maintenance of its own must not keep the servers from hearing of the end of ours.
    static final Duration MOST = Duration.ofMinutes(10);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** Zero if it does not say, or in no way that can be understood. */
    static Duration of(Response response, Instant now) {
        String said = response.header("Retry-After");
        if (said == null) {
            return Duration.ZERO;
        }
        Duration wait;
        if (SECONDS.matcher(said).matches()) {
            wait = Duration.ofSeconds(Long.parseLong(said));
        } else {
            Instant end = HttpDate.parse(said);
            @Nullable Instant there = HttpDate.parse(response.header("Date"));
            wait = end == null ? Duration.ZERO : Duration.between(there == null ? now : there, end);
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}

package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Which {@link Validator} an answer leaves, and how a request shows it (RFC 9110, sections 8.8 and 13.1). */
final class Validators {
    private static final String WEAK = "W/";
    private static final Duration STRONG = Duration.ofSeconds(1);

    private Validators() {}

    /** What to ask with after this answer; null if only the whole document would show a change. */
    static @Nullable Validator of(Response response) {
        String tag = response.header("ETag");
        String sent = response.header("Last-Modified");
        String kept = tag != null && isEntityTag(tag) ? tag : null;
        Instant modified = HttpDate.parse(sent);
        if (modified == null) {
            return kept == null ? null : new Validator(kept, null);
        }
        // In the second of a change another may follow (RFC 9110, section 8.8.2.2), and many tags are made of that
        // time.
        Instant date = HttpDate.parse(response.header("Date"));
        return date == null || modified.plus(STRONG).isAfter(date) ? null : new Validator(kept, sent);
    }

    /** Makes a request conditional; says whether it is. What is not well-formed is not sent. */
    static boolean show(@Nullable Validator validator, Request.Builder request) {
        if (validator == null) {
            return false;
        }
        String tag = validator.tag();
        boolean byTag = tag != null && isEntityTag(tag);
        if (tag != null && byTag) {
            request.header("If-None-Match", tag);
        }
        String modified = validator.modified();
        boolean byTime = HttpDate.parse(modified) != null;
        if (modified != null && byTime) {
            request.header("If-Modified-Since", modified);
        }
        return byTag || byTime;
    }

    /** What may be sent back as it came: an entity tag (RFC 9110, section 8.8.3) in ASCII. */
    private static boolean isEntityTag(String tag) {
        int begin = tag.startsWith(WEAK) ? WEAK.length() : 0;
        int end = tag.length() - 1;
        if (end <= begin || tag.charAt(begin) != '"' || tag.charAt(end) != '"') {
            return false;
        }
        for (int i = begin + 1; i < end; i++) {
            char c = tag.charAt(i);
            if (c <= ' ' || c > '~' || c == '"') {
                return false;
            }
        }
        return true;
    }
}

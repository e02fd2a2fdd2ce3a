package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a banner would make wrong: they stay with us until it is known whether there is one, since a
 * container before Servlet 6.1 cannot take a header back.
 *
 * <pre>
 * WITHHOLDING ──pass──→ PASSING    what was set goes to the container, and all that is set later
 *      └───────banner─→ BANNER     the length goes, with the banner counted; the validators never do
 * </pre>
 */
final class WithheldHeaders {

    static final String CONTENT_LENGTH = "Content-Length";
    private static final List<String> NAMES = List.of(CONTENT_LENGTH, "ETag", "Last-Modified");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private enum Mode {
        WITHHOLDING,
        PASSING,
        BANNER
    }

    private final HttpServletResponse container;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Mode mode = Mode.WITHHOLDING;
    private int bannerLength;
    private boolean corrected;
    private boolean unreadable;

    WithheldHeaders(HttpServletResponse container) {
        this.container = container;
    }

    /** Whether a header is one of those, and the container's to know only later. */
    boolean keeps(@Nullable String name) {
        return mode != Mode.PASSING && name != null && NAMES.stream().anyMatch(name::equalsIgnoreCase);
    }

    /**
     * Keeps a header that we {@link #keeps keep}; null and a negative length remove it.
     *
     * @return false if it makes no sense, so that the container should see it
     */
    boolean set(String name, @Nullable String value) {
        values.remove(name);
        boolean length = name.equalsIgnoreCase(CONTENT_LENGTH);
        if (length) {
            unreadable = value != null && !NUMBER.matcher(value).matches();
        }
        if (value == null || (length && (unreadable || value.startsWith("-")))) {
            return !length || !unreadable;
        }
        values.put(name, value);
        if (length && mode == Mode.BANNER) {
            give(name, value);
        }
        return true;
    }

    @Nullable
    String get(@Nullable String name) {
        return name == null ? null : values.get(name);
    }

    Collection<String> names() {
        return values.keySet();
    }

    /** The withheld Content-Length, or -1. */
    long length() {
        String value = values.get(CONTENT_LENGTH);
        return value == null ? -1 : Long.parseLong(value);
    }

    /** Whether there is a Content-Length that is not ours to correct. */
    boolean hasForeignLength() {
        return unreadable || (length() < 0 && container.containsHeader(CONTENT_LENGTH));
    }

    /** No banner: what was withheld goes on as it is, and so does what comes. */
    void pass() {
        bannerLength = 0;
        relay();
        mode = Mode.PASSING;
    }

    /** Gives the container what there is by now, and goes on withholding. */
    void relay() {
        values.forEach(this::give);
        values.clear();
    }

    /** A banner of so many bytes goes in. */
    void banner(int length) {
        bannerLength = length;
        mode = Mode.BANNER;
        String announced = values.get(CONTENT_LENGTH);
        if (announced != null) {
            give(CONTENT_LENGTH, announced);
        }
    }

    /** The body goes out without a length, which RFC 9110 section 8.6 leaves to the sender. */
    void dropLength() {
        values.remove(CONTENT_LENGTH);
    }

    /** Forgets what was set. */
    void clear() {
        values.clear();
        unreadable = false;
    }

    /** The body begins anew, the headers stay. */
    void withhold() {
        mode = Mode.WITHHOLDING;
        if (corrected) {
            container.setContentLengthLong(-1);
            corrected = false;
        }
    }

    private void give(String name, String value) {
        if (name.equalsIgnoreCase(CONTENT_LENGTH)) {
            container.setContentLengthLong(length() + bannerLength);
            corrected = mode == Mode.BANNER;
        } else {
            container.setHeader(name, value);
        }
    }
}

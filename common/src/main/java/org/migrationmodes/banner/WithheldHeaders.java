package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private enum Mode {
        WITHHOLDING,
        PASSING,
        BANNER
    }

    private final HttpServletResponse container;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Mode mode = Mode.WITHHOLDING;
    private int bannerLength;
    private boolean lengthGiven;

    WithheldHeaders(HttpServletResponse container) {
        this.container = container;
    }

    /** Whether a header is ours to keep now; if not, it is the container's. */
    boolean keeps(@Nullable String name) {
        return mode != Mode.PASSING && NAMES.stream().anyMatch(withheld -> withheld.equalsIgnoreCase(name));
    }

    /** Keeps the value of a header that we {@link #keeps keep}; null and a negative length remove it. */
    void set(String name, @Nullable String value) {
        if (value == null
                || (name.equalsIgnoreCase(CONTENT_LENGTH) && value.trim().startsWith("-"))) {
            values.remove(name);
            return;
        }
        values.put(name, value);
        if (mode == Mode.BANNER && name.equalsIgnoreCase(CONTENT_LENGTH)) {
            give(name, value);
        }
    }

    @Nullable
    String get(@Nullable String name) {
        return name == null ? null : values.get(name);
    }

    Collection<String> names() {
        return values.keySet();
    }

    /** The withheld Content-Length, or -1 if there is none or it is no number. */
    long length() {
        String value = values.get(CONTENT_LENGTH);
        try {
            return value == null ? -1 : Long.parseLong(value.trim());
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    /** Whether there is a Content-Length that we could not correct. */
    boolean hasForeignLength() {
        return values.containsKey(CONTENT_LENGTH) ? length() < 0 : container.containsHeader(CONTENT_LENGTH);
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
        if (lengthGiven) {
            container.setContentLengthLong(-1);
            lengthGiven = false;
        }
    }

    /** Forgets the headers of a page that nobody has seen. */
    void clear() {
        values.clear();
    }

    /** The body begins anew, the headers stay. */
    void withhold() {
        mode = Mode.WITHHOLDING;
    }

    private void give(String name, String value) {
        long length = name.equalsIgnoreCase(CONTENT_LENGTH) ? length() : -1;
        if (length < 0) {
            container.setHeader(name, value);
        } else {
            container.setContentLengthLong(length + bannerLength);
            lengthGiven = true;
        }
    }
}

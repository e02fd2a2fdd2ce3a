package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a banner would make wrong: they stay with us until it is known whether there is one, since a
 * container before Servlet 6.1 cannot take a header back.
 *
 * <pre>
 * WITHHOLDING ──pass──→ PASSING    what was set goes to the container, and all that is set later
 *      └───────banner─→ BANNER     the length goes, with the banner counted, and an entity tag of its own; what else
 *                                  names the page without it never does
 * </pre>
 */
final class WithheldHeaders {

    static final String CONTENT_LENGTH = "Content-Length";
    private static final String ETAG = "ETag";
    /** RFC 9110 sections 8.8 and 14.3; digests of RFC 9530, RFC 3230 and RFC 1864. */
    private static final List<String> NAMES = List.of(
            CONTENT_LENGTH,
            ETAG,
            "Last-Modified",
            "Accept-Ranges",
            "Content-Digest",
            "Repr-Digest",
            "Digest",
            "Content-MD5");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private enum Mode {
        WITHHOLDING,
        PASSING,
        BANNER
    }

    private final HttpServletResponse container;
    private final @Nullable String confirmable;
    private final boolean ofPage;
    private final Lifetimes lifetimes;
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Mode mode = Mode.WITHHOLDING;
    private String mark = "";
    private int bannerLength;
    private boolean begun;
    private boolean corrected;
    private boolean unreadable;

    /**
     * Keeps what must be kept.
     *
     * @param ofPage whether there may be a banner; if not, this is about lifetimes only
     */
    WithheldHeaders(HttpServletResponse container, Caching caching, boolean ofPage) {
        this.container = container;
        this.confirmable = caching.confirmable();
        this.ofPage = ofPage;
        this.lifetimes = new Lifetimes(container, caching);
    }

    /** Whether a header is one of those, and the container's to know only later. */
    boolean keeps(@Nullable String name) {
        return name != null && (keepsForPage(name) || lifetimes.keeps(name));
    }

    private boolean keepsForPage(String name) {
        return ofPage && mode != Mode.PASSING && NAMES.stream().anyMatch(name::equalsIgnoreCase);
    }

    /**
     * Keeps a header that we {@link #keeps keep}; null and a negative length remove it.
     *
     * @return false if it makes no sense, so that the container should see it
     */
    boolean set(String name, @Nullable String value) {
        if (!keepsForPage(name)) {
            return setLifetime(name, value);
        }
        values.remove(name);
        boolean length = name.equalsIgnoreCase(CONTENT_LENGTH);
        if (length) {
            unreadable = value != null && !NUMBER.matcher(value).matches();
        }
        if (value == null || (length && (unreadable || value.startsWith("-")))) {
            return !length || !unreadable;
        }
        values.put(name, new ArrayList<>(List.of(value)));
        if (mode == Mode.BANNER) {
            giveWithBanner(name);
        }
        return true;
    }

    private boolean setLifetime(String name, @Nullable String value) {
        if (value == null) {
            lifetimes.remove(name);
            return false;
        }
        lifetimes.set(name, value);
        container.setHeader(name, value);
        giveLifetimes();
        return true;
    }

    /** Keeps one more value of a header that we {@link #keeps keep}; as {@link #set} where there is but one. */
    boolean add(String name, String value) {
        if (!keepsForPage(name)) {
            lifetimes.add(name, value);
            container.addHeader(name, value);
            giveLifetimes();
            return true;
        }
        boolean single = name.equalsIgnoreCase(CONTENT_LENGTH) || name.equalsIgnoreCase(ETAG);
        List<String> known = values.get(name);
        if (single || known == null) {
            return set(name, value);
        }
        known.add(value);
        return true;
    }

    private void giveLifetimes() {
        if (mode != Mode.WITHHOLDING || begun) {
            lifetimes.give();
        }
    }

    /** What is kept of a header; null if nothing is. */
    @Nullable
    List<String> get(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> kept = values.get(name);
        return kept == null ? lifetimes.get(name) : kept;
    }

    Collection<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(values.keySet());
        names.addAll(lifetimes.names());
        return names;
    }

    /** The withheld Content-Length, or -1. */
    long length() {
        List<String> value = values.get(CONTENT_LENGTH);
        return value == null ? -1 : Long.parseLong(value.get(0));
    }

    /** Whether there is a Content-Length that is not ours to correct. */
    boolean hasForeignLength() {
        return unreadable || (length() < 0 && container.containsHeader(CONTENT_LENGTH));
    }

    /** The body of a page begins, and may take the headers with it before it is known whether a banner goes in. */
    void page() {
        begun = true;
        lifetimes.give();
    }

    /** No banner: what was withheld goes on as it is, and so does what comes. */
    void pass() {
        bannerLength = 0;
        relay();
        mode = Mode.PASSING;
    }

    /** Gives the container what there is by now, and goes on withholding. */
    void relay() {
        boolean confirms = confirmable != null && container.getStatus() == HttpServletResponse.SC_NOT_MODIFIED;
        mark = confirms ? String.valueOf(confirmable) : "";
        List.copyOf(values.keySet()).forEach(confirms ? this::giveWithBanner : this::give);
        values.clear();
        lifetimes.give();
    }

    /** A 304 by sendError, which a container tells no wrapper of before all headers have passed. */
    void confirm() {
        container.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        String tag = container.getHeader(ETAG);
        if (confirmable != null && tag != null) {
            values.put(ETAG, List.of(tag));
        }
        relay();
    }

    /** The banner goes in, and takes so many bytes. */
    void banner(byte[] banner, int length) {
        bannerLength = length;
        mark = EntityTags.mark(banner);
        mode = Mode.BANNER;
        giveWithBanner(CONTENT_LENGTH);
        giveWithBanner(ETAG);
    }

    /** The body goes out without a length, which RFC 9110 section 8.6 leaves to the sender. */
    void dropLength() {
        values.remove(CONTENT_LENGTH);
        if (container.containsHeader(CONTENT_LENGTH)) {
            // that of a body which was taken back
            container.setContentLengthLong(-1);
        }
    }

    /** What only the body would tell stays unsaid. */
    void omit() {
        values.clear();
        unreadable = false;
    }

    /** Forgets what was set. */
    void clear() {
        omit();
        lifetimes.clear();
    }

    /** The body begins anew, the headers stay. */
    void withhold() {
        mode = Mode.WITHHOLDING;
        bannerLength = 0;
        begun = false;
        lifetimes.withhold();
        if (corrected) {
            container.setContentLengthLong(-1);
            corrected = false;
        }
    }

    private void giveWithBanner(String name) {
        List<String> kept = values.get(name);
        if (kept != null && name.equalsIgnoreCase(CONTENT_LENGTH)) {
            give(name);
        } else if (kept != null && name.equalsIgnoreCase(ETAG)) {
            String derived = EntityTags.derive(kept.get(0), mark);
            if (derived != null) {
                container.setHeader(ETAG, derived);
            }
        }
    }

    private void give(String name) {
        if (name.equalsIgnoreCase(CONTENT_LENGTH)) {
            container.setContentLengthLong(length() + bannerLength);
            corrected = mode == Mode.BANNER;
        } else {
            Lifetimes.give(container, name, values.getOrDefault(name, List.of()));
        }
    }
}

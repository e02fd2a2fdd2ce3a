package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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

    private enum Mode {
        WITHHOLDING,
        PASSING,
        BANNER
    }

    private final HttpServletResponse container;
    private final @Nullable String confirmable;
    private final boolean ofPage;
    private final Lifetimes lifetimes;
    private final BodyHeaders body;
    private Mode mode = Mode.WITHHOLDING;
    /** What goes into the entity tag, once a banner is in or confirmed; found out only if there is a tag. */
    private Supplier<String> mark = () -> "";

    private int bannerLength;
    private boolean begun;
    private boolean corrected;

    /**
     * Keeps what must be kept.
     *
     * @param ofPage whether there may be a banner; if not, this is about lifetimes only
     */
    WithheldHeaders(HttpServletResponse container, Caching caching, boolean ofPage) {
        this.container = container;
        this.confirmable = caching.confirmable();
        this.ofPage = ofPage;
        this.body = new BodyHeaders(container);
        this.lifetimes = new Lifetimes(container, caching);
    }

    /** Whether a header is one of those, and the container's to know only later. */
    boolean keeps(@Nullable String name) {
        return name != null && (keepsForPage(name) || lifetimes.keeps(name));
    }

    private boolean keepsForPage(String name) {
        return ofPage && mode != Mode.PASSING && BodyHeaders.isOne(name);
    }

    /**
     * Keeps a header that we {@link #keeps keep}; null and a negative length remove it.
     *
     * @return false if the container should see it
     */
    boolean set(String name, @Nullable String value) {
        if (!keepsForPage(name)) {
            return setLifetime(name, value);
        }
        boolean kept = body.set(name, value);
        if (mode == Mode.BANNER) {
            giveWithBanner(name);
            // the container has it, and what is taken back here must not stay there
            return kept && body.get(name) != null;
        }
        return kept;
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
        boolean kept = body.add(name, value);
        if (mode == Mode.BANNER) {
            giveWithBanner(name);
        }
        return kept;
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
        List<String> kept = body.get(name);
        return kept == null ? lifetimes.get(name) : kept;
    }

    Collection<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(body.names());
        names.addAll(lifetimes.names());
        return names;
    }

    /** The withheld Content-Length, or -1. */
    long length() {
        return body.length();
    }

    /** Whether all that names the body is here, or can be taken back from the container, so that a banner may go in. */
    boolean isComplete() {
        return !body.hasForeignLength() && body.takeBack();
    }

    /** The body of a page begins, and may take the headers with it before it is known whether a banner goes in. */
    void page() {
        begun = true;
        lifetimes.giveToPage();
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
        mark = confirms ? () -> String.valueOf(confirmable) : () -> "";
        for (String name : body.names()) {
            if (confirms) {
                giveWithBanner(name);
            } else {
                give(name);
            }
        }
        body.handedOver();
        lifetimes.give();
    }

    /** A 304 by sendError, which a container tells no wrapper of before all headers have passed. */
    void confirm() {
        container.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        String tag = container.getHeader(BodyHeaders.ETAG);
        // another plugin within may have set the status before, so that it is marked already
        if (confirmable != null && tag != null && !tag.contains(confirmable)) {
            body.set(BodyHeaders.ETAG, tag);
        }
        relay();
    }

    /** The banner goes in, and takes so many bytes. */
    void banner(byte[] banner, int length) {
        bannerLength = length;
        mark = () -> EntityTags.mark(banner);
        mode = Mode.BANNER;
        giveWithBanner(BodyHeaders.CONTENT_LENGTH);
        giveWithBanner(BodyHeaders.ETAG);
    }

    /** The body goes out without a length, which RFC 9110 section 8.6 leaves to the sender. */
    void dropLength() {
        body.removeLength();
        if (container.containsHeader(BodyHeaders.CONTENT_LENGTH)) {
            // that of a body which was taken back
            container.setContentLengthLong(-1);
        }
    }

    /** What only the body would tell stays unsaid. */
    void omit() {
        body.clear();
    }

    /** Forgets what was set. */
    void clear() {
        body.reset();
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
        List<String> kept = body.get(name);
        if (kept != null && name.equalsIgnoreCase(BodyHeaders.CONTENT_LENGTH)) {
            give(name);
        } else if (kept != null && name.equalsIgnoreCase(BodyHeaders.ETAG)) {
            String derived = EntityTags.derive(kept.get(0), mark.get());
            if (derived != null) {
                container.setHeader(BodyHeaders.ETAG, derived);
            }
        }
    }

    private void give(String name) {
        List<String> kept = body.get(name);
        if (name.equalsIgnoreCase(BodyHeaders.CONTENT_LENGTH)) {
            giveLength(length() + bannerLength);
        } else if (kept != null) {
            Lifetimes.give(container, name, kept);
        }
    }

    private void giveLength(long length) {
        try {
            container.setContentLengthLong(length);
            corrected = mode == Mode.BANNER;
        } catch (IllegalArgumentException exceeded) {
            // Jetty has more than that already; the page is whole without
        }
    }
}

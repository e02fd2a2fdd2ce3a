package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that name the bytes of a body, as the host set them, as long as the container has none of them. */
final class BodyHeaders {

    static final String CONTENT_LENGTH = "Content-Length";
    static final String ETAG = "ETag";
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

    private final HttpServletResponse container;
    private final HeaderLines values = new HeaderLines();
    private boolean unreadable;
    private boolean given;

    BodyHeaders(HttpServletResponse container) {
        this.container = container;
    }

    static boolean isOne(String name) {
        for (String one : NAMES) {
            if (one.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Keeps a value; null and a negative length remove it.
     *
     * @return false if the container should see it, since it makes no sense or is to remove what that has
     */
    boolean set(String name, @Nullable String value) {
        values.remove(name);
        boolean length = name.equalsIgnoreCase(CONTENT_LENGTH);
        if (length) {
            unreadable = value != null && !NUMBER.matcher(value).matches();
        }
        if (value == null || (length && (unreadable || value.startsWith("-")))) {
            return !given && !(length && unreadable);
        }
        values.set(name, value);
        return true;
    }

    /** Keeps one more value, beside those that the container has; as {@link #set} where there is but one. */
    boolean add(String name, String value) {
        if (name.equalsIgnoreCase(CONTENT_LENGTH) || name.equalsIgnoreCase(ETAG)) {
            return set(name, value);
        }
        values.add(name, value, container);
        return true;
    }

    @Nullable
    List<String> get(String name) {
        return values.get(name);
    }

    Set<String> names() {
        return values.names();
    }

    /** The Content-Length, or -1. */
    long length() {
        List<String> value = values.get(CONTENT_LENGTH);
        return value == null ? -1 : Long.parseLong(value.get(0));
    }

    /** Whether there is a Content-Length that is not ours to correct. */
    boolean hasForeignLength() {
        return unreadable || (length() < 0 && container.containsHeader(CONTENT_LENGTH));
    }

    void removeLength() {
        values.remove(CONTENT_LENGTH);
    }

    void clear() {
        values.clear();
        unreadable = false;
    }

    /** The container has none of them any more, either. */
    void reset() {
        clear();
        given = false;
    }

    /** The container has them. */
    void handedOver() {
        given = true;
        values.clear();
    }

    /**
     * Takes from the container what it got for a body that is begun anew.
     *
     * @return false if something of it stays there that a banner would make wrong: before Servlet 6.1 Tomcat takes no
     *     header back. An entity tag does not count, since another one can take its place
     */
    boolean takeBack() {
        boolean all = true;
        for (String name : given ? NAMES : List.<String>of()) {
            if (!name.equals(CONTENT_LENGTH) && container.containsHeader(name)) {
                List<String> lines = values.of(name, container);
                container.setHeader(name, null);
                boolean replaced = name.equals(ETAG) && EntityTags.derive(lines.get(0), "") != null;
                all &= replaced || !container.containsHeader(name);
            }
        }
        return all;
    }
}

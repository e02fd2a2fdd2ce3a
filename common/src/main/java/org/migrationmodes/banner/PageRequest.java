package org.migrationmodes.banner;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page that gets a banner, as the host may see it: it cannot be answered by anything but the page as it is,
 * written as it is.
 *
 * <ul>
 *   <li>Of entity tags in conditions the host sees its own of those pages that have this very banner, and no others: a
 *       copy without it must not be confirmed. Dates of modification go, since a page with a banner has none (RFC 9110,
 *       sections 13.1.3 and 13.1.4), and ranges, which may be ignored (section 14.2). Conditions of a write stay: they
 *       protect what somebody else has stored (section 13.1.1).
 *   <li>Accept-Encoding goes, so that the host does not compress what a banner has to get into; who stands before it may.
 *   <li>Tomcat's offer to send a file around the response goes.
 * </ul>
 */
public final class PageRequest extends HttpServletRequestWrapper {
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IF_MATCH = "If-Match";
    private static final List<String> OF_A_WRITE = List.of("Accept-Encoding");
    private static final List<String> OF_A_READ = List.of(
            "Accept-Encoding",
            IF_NONE_MATCH,
            "If-Modified-Since",
            IF_MATCH,
            "If-Unmodified-Since",
            "If-Range",
            "Range");
    private static final List<String> OF_A_COPY = List.of(IF_NONE_MATCH, "If-Modified-Since");
    private static final String SENDFILE = "org.apache.tomcat.sendfile.support";

    private final List<String> changed;
    private final Map<String, String> conditions;
    private final @Nullable String confirmable;

    /** Names no copies, and is else as it is. */
    private PageRequest(HttpServletRequest request) {
        super(request);
        changed = OF_A_COPY;
        conditions = Map.of();
        confirmable = null;
    }

    private PageRequest(HttpServletRequest request, Supplier<byte[]> banner) {
        super(request);
        boolean conditional = PageView.isSafe(request);
        changed = conditional ? OF_A_READ : OF_A_WRITE;
        if (request.getHeader(IF_NONE_MATCH) == null && request.getHeader(IF_MATCH) == null) {
            conditions = Map.of();
            confirmable = null;
            return;
        }
        conditions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> noneMatch = lines(request, IF_NONE_MATCH);
        List<String> match = lines(request, IF_MATCH);
        String mark = EntityTags.isMarked(noneMatch) || EntityTags.isMarked(match) ? mark(banner) : null;
        List<String> copies = own(noneMatch, mark);
        if (!copies.isEmpty()) {
            conditions.put(IF_NONE_MATCH, String.join(", ", copies));
        }
        if (!match.isEmpty()) {
            List<String> required = own(match, mark);
            conditions.put(IF_MATCH, required.isEmpty() ? EntityTags.NONE : String.join(", ", required));
        }
        confirmable = conditional && !copies.isEmpty() ? mark : null;
    }

    /**
     * Hides what must be hidden of a request.
     *
     * @param request a page view
     * @param banner what goes into the page; asked for only if the request names copies that have one
     * @return the request as the host may see it
     */
    public static PageRequest of(HttpServletRequest request, Supplier<byte[]> banner) {
        return new PageRequest(request, banner);
    }

    /**
     * Hides that the client has copies, since none is to be confirmed: there is a moment left before another page is due,
     * and a 304 with no lifetime makes nginx 1.22 take the copy for as long as it was told with the copy itself.
     *
     * @param request for a page without a banner, or with one
     * @return a request that has to be answered with the page
     */
    public static HttpServletRequest withoutCopies(HttpServletRequest request) {
        return new PageRequest(request);
    }

    /**
     * Whether a request is this one, which the host may have wrapped further. Another plugin's wrapper is another one.
     *
     * @param request any request
     * @return whether it hides what this one does
     */
    public boolean isIn(ServletRequest request) {
        ServletRequest inner = request;
        while (inner != this && inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner == this;
    }

    /** The mark of the copies that a 304 would confirm; null if there are none. */
    @Nullable
    String confirmable() {
        return confirmable;
    }

    private static @Nullable String mark(Supplier<byte[]> banner) {
        try {
            return EntityTags.mark(banner.get());
        } catch (RuntimeException e) {
            // the page will have none either, and it is said there
            return null;
        }
    }

    private static List<String> own(List<String> lines, @Nullable String mark) {
        if (EntityTags.isAny(lines)) {
            return List.of("*");
        }
        return mark == null ? List.of() : EntityTags.own(lines, mark);
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        @Nullable Enumeration<String> lines = request.getHeaders(name);
        return lines == null ? List.of() : Collections.list(lines);
    }

    private boolean isChanged(@Nullable String name) {
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isChanged(name) ? conditions.get(name) : super.getHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        return isChanged(name) ? -1 : super.getDateHeader(name);
    }

    @Override
    public int getIntHeader(String name) {
        return isChanged(name) ? -1 : super.getIntHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (!isChanged(name)) {
            return super.getHeaders(name);
        }
        String value = conditions.get(name);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(name -> isChanged(name) && !conditions.containsKey(name));
        return Collections.enumeration(names);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return name.equals(SENDFILE) && changed != OF_A_COPY ? null : super.getAttribute(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        List<String> names = Collections.list(super.getAttributeNames());
        names.removeIf(name -> getAttribute(name) == null);
        return Collections.enumeration(names);
    }
}

package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers that tell caches how long. They stay with us until the first of the body, and go to the container as they
 * are if the answer is no page. If it is one, the container gets them cut to what the mode allows, and so what is set later.
 */
final class Lifetimes {
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String EXPIRES = "Expires";
    private static final String NGINX = "X-Accel-Expires";
    private static final Pattern NGINX_TIME = Pattern.compile("@?\\d{1,18}");

    private final HttpServletResponse container;
    private final Caching caching;
    private final HeaderLines values = new HeaderLines();
    private boolean passing;
    private boolean seen;

    Lifetimes(HttpServletResponse container, Caching caching) {
        this.container = container;
        this.caching = caching;
    }

    /** Whether a header is one of those, and not the container's alone. */
    boolean keeps(String name) {
        return !passing && caching.freshness() != null && isOne(name);
    }

    private static boolean isOne(String name) {
        return name.equalsIgnoreCase(EXPIRES) || name.equalsIgnoreCase(NGINX) || isForSome(name);
    }

    /** RFC 9213 section 3.1, and what came before it; caches of some makers have theirs, with a name of theirs in front. */
    private static boolean isForSome(String name) {
        int start = name.length() - CACHE_CONTROL.length();
        boolean ends = name.regionMatches(true, start, CACHE_CONTROL, 0, CACHE_CONTROL.length());
        return (ends && (start == 0 || (start > 1 && name.charAt(start - 1) == '-')))
                || name.equalsIgnoreCase("Surrogate-Control");
    }

    void set(String name, String value) {
        values.set(name, value);
    }

    void add(String name, String value) {
        values.add(name, value, container);
    }

    void remove(String name) {
        values.remove(name);
    }

    @Nullable
    List<String> get(String name) {
        return values.get(name);
    }

    Set<String> names() {
        return values.names();
    }

    void clear() {
        values.clear();
    }

    /** The body begins anew. */
    void withhold() {
        passing = false;
        seen = false;
    }

    /** As {@link #give()}, for a page that may have a banner. */
    void giveToPage() {
        Freshness freshness = caching.freshness();
        if (freshness != null) {
            passing = false;
            cut(freshness);
            caching.vary().addTo(container);
        }
    }

    /** Gives the container what there is, as is right for what the answer is now. */
    void give() {
        if (caching.freshness() == null) {
            return;
        }
        if (PageDecision.isForTabs(container, caching.expected())) {
            giveToPage();
        } else if (!passing) {
            passing = true;
            values.forEach((name, lines) -> give(container, name, lines));
            values.clear();
        }
    }

    /**
     * Whoever knows Cache-Control gets no lifetime from a 304 without any. nginx 1.22 would take the one of its copy for that,
     * however long: it gets a second.
     */
    private void cut(Freshness freshness) {
        seeContainers();
        if (freshness.isNever()) {
            values.names().stream().filter(Lifetimes::isForSome).forEach(name -> container.setHeader(name, "no-store"));
            container.setHeader(CACHE_CONTROL, "no-store");
            return;
        }
        long limit = freshness.seconds();
        if (!values.isEmpty()) {
            cutOthers(limit, freshness.last());
        }
        boolean expires = values.get(EXPIRES) != null;
        List<String> said = values.get(CACHE_CONTROL);
        String control = CacheControl.limited(said == null ? List.of() : said, limit, expires);
        if (!control.isEmpty()) {
            container.setHeader(CACHE_CONTROL, control);
        }
        if (container.getStatus() == HttpServletResponse.SC_NOT_MODIFIED && !expires && said == null) {
            container.setHeader(EXPIRES, Expiry.limited(List.of(), freshness.soon()));
        }
    }

    /** All but Cache-Control. */
    private void cutOthers(long limit, Instant last) {
        values.forEach((name, lines) -> {
            if (name.equalsIgnoreCase(EXPIRES)) {
                container.setHeader(name, Expiry.limited(lines, last));
            } else if (name.equalsIgnoreCase(NGINX)) {
                container.setHeader(name, nginx(lines, limit, last));
            } else if (!name.equalsIgnoreCase(CACHE_CONTROL)) {
                container.setHeader(name, CacheControl.limited(lines, limit, false));
            }
        });
    }

    /** What the container has set by itself, or a filter before us; later on it is our own. */
    private void seeContainers() {
        if (!seen) {
            for (String name : container.getHeaderNames()) {
                if (isOne(name)) {
                    values.of(name, container);
                }
            }
            seen = true;
        }
    }

    private static String nginx(List<String> lines, long limit, Instant last) {
        String value = lines.get(0).strip();
        if (!NGINX_TIME.matcher(value).matches()) {
            return value;
        }
        return value.startsWith("@")
                ? "@" + Math.min(Long.parseLong(value.substring(1)), last.getEpochSecond())
                : Long.toString(Math.min(Long.parseLong(value), limit));
    }

    /** Sets a header of one or several lines. */
    static void give(HttpServletResponse container, String name, List<String> lines) {
        lines.stream().limit(1).forEach(line -> container.setHeader(name, line));
        lines.stream().skip(1).forEach(line -> container.addHeader(name, line));
    }
}

package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a page may load from us by its own policies. What a policy would only report counts as forbidden too: nobody
 * wants a report from each visitor.
 *
 * @param stylesheet whether the banner may be styled
 * @param script whether a script may run
 * @param polling whether the script may ask for news; without a script it may not
 */
public record PagePolicy(boolean stylesheet, boolean script, boolean polling) {
    /** For a page that forbids nothing. */
    public static final PagePolicy ALL = new PagePolicy(true, true, true);

    /** For a site that wants no script. */
    public static final PagePolicy NO_SCRIPT = new PagePolicy(true, false, false);

    private static final Vary ADDRESS = Vary.on(OwnAddress.HEADERS);
    private static final String ENFORCED = "Content-Security-Policy";
    private static final String REPORTED = "Content-Security-Policy-Report-Only";
    private static final String INTEGRITY = "Integrity-Policy";
    private static final String INTEGRITY_REPORTED = "Integrity-Policy-Report-Only";
    /** There are fewer, since there is no polling without a script. */
    static final int HOW_MANY = 8;

    /**
     * Says what is allowed.
     *
     * @param stylesheet whether the banner may be styled
     * @param script whether a script may run
     * @param polling counts as false without a script
     */
    public PagePolicy {
        polling = polling && script;
    }

    /**
     * Reads the headers that a host has set.
     *
     * @param request tells the address under which the page was asked for
     * @param response its headers, as far as they are set
     * @param folder the path of the folder with our files
     * @return what they allow all together
     */
    public static PagePolicy of(HttpServletRequest request, HttpServletResponse response, String folder) {
        Collection<String> enforced = lines(response, ENFORCED);
        Collection<String> reported = lines(response, REPORTED);
        PagePolicy integrity = integrity(response);
        if (enforced.isEmpty() && reported.isEmpty()) {
            return integrity;
        }
        OwnAddress address = OwnAddress.of(request, folder);
        PagePolicy policy = integrity;
        for (ContentPolicy one : policies(enforced)) {
            policy = policy.and(of(one, address)).and(sandbox(one));
        }
        for (ContentPolicy one : policies(reported)) {
            policy = policy.and(of(one, address));
        }
        return policy;
    }

    /**
     * Reads the policies that a page states by {@code <meta>} elements, where {@code sandbox} means nothing (HTML, section
     * 4.2.5.3).
     *
     * @param request tells the address under which the page was asked for
     * @param metas the content of each
     * @param folder the path of the folder with our files
     * @return what they allow all together
     */
    public static PagePolicy ofMetas(HttpServletRequest request, List<String> metas, String folder) {
        if (metas.isEmpty()) {
            return ALL;
        }
        OwnAddress address = OwnAddress.of(request, folder);
        return metas.stream()
                .flatMap(content -> ContentPolicy.parseMeta(content).stream())
                .map(policy -> of(policy, address))
                .reduce(ALL, PagePolicy::and);
    }

    /**
     * Tells caches what the policies of a page have compared with its own address, as far as that is not too late.
     *
     * @param response its headers, as far as they are set
     * @param metas as for {@link #ofMetas}
     */
    public static void vary(HttpServletResponse response, List<String> metas) {
        if (metas.isEmpty() && !response.containsHeader(ENFORCED) && !response.containsHeader(REPORTED)) {
            return;
        }
        Stream<ContentPolicy> headers = Stream.of(ENFORCED, REPORTED)
                .flatMap(name -> response.getHeaders(name).stream())
                .flatMap(field -> ContentPolicy.parse(field).stream());
        Stream<ContentPolicy> stated = metas.stream().flatMap(content -> ContentPolicy.parseMeta(content).stream());
        if (Stream.concat(headers, stated).anyMatch(ContentPolicy::comparesAddress)) {
            ADDRESS.addTo(response);
        }
    }

    /**
     * What is allowed by this and by another.
     *
     * @param other of the same page
     * @return the stricter of each
     */
    public PagePolicy and(PagePolicy other) {
        return equals(other) || other.equals(ALL)
                ? this
                : new PagePolicy(stylesheet && other.stylesheet, script && other.script, polling && other.polling);
    }

    /** From 0 on and less than {@link #HOW_MANY}, another one for each. */
    int index() {
        return (stylesheet ? 1 : 0) + (script ? 2 : 0) + (polling ? 4 : 0);
    }

    /** Most pages have none, and asking for it is cheaper than asking for all. */
    private static Collection<String> lines(HttpServletResponse response, String name) {
        return response.containsHeader(name) ? response.getHeaders(name) : List.of();
    }

    private static List<ContentPolicy> policies(Collection<String> fields) {
        return fields.stream()
                .flatMap(field -> ContentPolicy.parse(field).stream())
                .toList();
    }

    private static PagePolicy of(ContentPolicy policy, OwnAddress address) {
        return new PagePolicy(
                policy.allowsStylesheet(address), policy.allowsScript(address), policy.allowsPolling(address));
    }

    private static PagePolicy sandbox(ContentPolicy policy) {
        boolean same = !policy.isSandboxedWithout("allow-same-origin");
        return new PagePolicy(same, same && !policy.isSandboxedWithout("allow-scripts"), same);
    }

    /** Subresource Integrity, section 3.8: such pages load only what bears a hash, and ours bears none. */
    private static PagePolicy integrity(HttpServletResponse response) {
        if (!response.containsHeader(INTEGRITY) && !response.containsHeader(INTEGRITY_REPORTED)) {
            return ALL;
        }
        List<String> fields = Stream.of(INTEGRITY, INTEGRITY_REPORTED)
                .flatMap(name -> lines(response, name).stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        boolean script = fields.stream().noneMatch(value -> value.contains("script"));
        boolean style = fields.stream().noneMatch(value -> value.contains("style"));
        return new PagePolicy(style, script, script);
    }
}

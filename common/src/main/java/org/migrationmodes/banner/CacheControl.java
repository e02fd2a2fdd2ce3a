package org.migrationmodes.banner;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directives of Cache-Control (RFC 9111, section 5.2.2) and of the fields for some caches only (RFC 9213), with all
 * lifetimes cut to a limit. What forbids or restricts stays as it is; nothing is added that allows more.
 */
final class CacheControl {
    private static final Set<String> LIFETIMES = Set.of("max-age", "s-maxage");
    /** RFC 5861 and RFC 8246: they go on where a lifetime ends, or keep a browser from asking. */
    private static final Set<String> BEYOND = Set.of("stale-while-revalidate", "stale-if-error", "immutable");

    private static final String QUOTED = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final Pattern DIRECTIVE = Pattern.compile("([^\\s,=\"]+)\\s*(?:=\\s*(" + QUOTED + "|[^,\"]*))?");
    /** With a quote that does not end each cache reads something else. */
    private static final Pattern READABLE = Pattern.compile("(?:[^\"]++|" + QUOTED + ")*+");

    /** The second number is that of Surrogate-Control: how long to go on after the first. */
    private static final Pattern SECONDS = Pattern.compile("(\\d+)(?:\\+\\d+)?");

    private final List<String> directives = new ArrayList<>();
    private boolean forAll;
    private boolean forShared;

    private CacheControl(List<String> lines, long limit) {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line);
            while (directive.find()) {
                add(directive, limit);
            }
        }
    }

    /**
     * Cuts the lifetimes.
     *
     * @param lines the values of the field as the host set them
     * @param limit in seconds
     * @param explicit whether another field says how long
     * @return one value; where a cache would be left to guess (RFC 9111, section 4.2.2), it has to ask
     */
    static String limited(List<String> lines, long limit, boolean explicit) {
        if (lines.isEmpty()) {
            return explicit ? "" : "no-cache";
        }
        if (!lines.stream().allMatch(line -> READABLE.matcher(line).matches())) {
            return "no-store";
        }
        CacheControl capped = new CacheControl(lines, limit);
        if (!capped.forAll && !explicit) {
            // a lifetime of 0 leaves shared caches the one that they have
            capped.directives.add(capped.forShared ? "max-age=0" : "no-cache");
        }
        return String.join(", ", capped.directives);
    }

    private void add(Matcher directive, long limit) {
        String name = directive.group(1).toLowerCase(Locale.ROOT);
        String argument = directive.group(2);
        if (BEYOND.contains(name)) {
            return;
        }
        if (LIFETIMES.contains(name)) {
            forAll |= name.equals("max-age");
            forShared = true;
            directives.add(directive.group(1) + "=" + seconds(argument == null ? "" : argument, limit));
            return;
        }
        // with an argument no-cache is about some header fields only
        forAll |= name.equals("no-store") || (name.equals("no-cache") && argument == null);
        directives.add(directive.group().strip());
    }

    /** RFC 9111 section 4.2.1: what makes no sense should count as stale. */
    private static String seconds(String argument, long limit) {
        Matcher seconds = SECONDS.matcher(argument.replace("\"", "").strip());
        return seconds.matches()
                ? new BigInteger(seconds.group(1))
                        .min(BigInteger.valueOf(limit))
                        .toString()
                : "0";
    }
}

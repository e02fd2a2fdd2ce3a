package org.migrationmodes.banner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor reads, from the header Accept-Language (RFC 9110, section 12.5.4), for a lookup (RFC 4647, section 3.4).
 * The header is a visitor's to write: what is wrong in it is passed over, and its cost has a bound. Never throws.
 */
public final class AcceptLanguage {
    /** More than this nobody reads; it would only cost time. */
    static final int MOST_RANGES = 32;

    /** RFC 5646, section 4.4.1: room for every tag that means something. */
    private static final int LONGEST_RANGE = 35;

    /** With its weight, and blanks between them. */
    private static final int LONGEST_ELEMENT = 2 * LONGEST_RANGE;

    private static final Pattern RANGE = Pattern.compile(
            "([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*+|\\*)\\s*+(?:;\\s*+[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?+");

    private AcceptLanguage() {}

    private record Range(String tag, double weight) {}

    /**
     * Reads the header.
     *
     * @param header its value; may be missing or wrong
     * @return the tags to look for in this order, in lower case: each range that is wanted, followed by what it is shortened
     *     to; empty if the header wants nothing that can be understood
     */
    public static List<String> parse(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        List<Range> wanted = new ArrayList<>();
        Set<String> unwanted = new HashSet<>();
        int start = 0;
        for (int i = 0; i < MOST_RANGES && start < header.length(); i++) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            Range range = range(header.substring(start, end).strip());
            if (range != null && range.weight() > 0) {
                wanted.add(range);
            } else if (range != null) {
                unwanted.add(range.tag());
            }
            start = end + 1;
        }
        wanted.sort(Comparator.comparingDouble(Range::weight).reversed());
        Set<String> tags = new LinkedHashSet<>();
        for (Range range : wanted) {
            for (String tag = range.tag(); !tag.isEmpty(); tag = shortened(tag)) {
                tags.add(tag);
            }
        }
        tags.removeAll(unwanted);
        return Collections.unmodifiableList(new ArrayList<>(tags));
    }

    private static @Nullable Range range(String text) {
        if (text.length() > LONGEST_ELEMENT) {
            return null;
        }
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches() || matcher.group(1).length() > LONGEST_RANGE) {
            return null;
        }
        String tag = matcher.group(1).toLowerCase(Locale.ROOT);
        String weight = matcher.group(2);
        return new Range(tag.equals("*") ? "" : tag, weight == null ? 1 : Double.parseDouble(weight));
    }

    private static String shortened(String tag) {
        switch (tag) {
            // These say which script they are written in without naming it.
            case "zh-tw", "zh-hk", "zh-mo" -> {
                return "zh-hant";
            }
            case "zh-cn", "zh-sg" -> {
                return "zh-hans";
            }
            default -> {
                int end = Math.max(0, tag.lastIndexOf('-'));
                boolean single = end > 1 && tag.charAt(end - 2) == '-';
                return tag.substring(0, single ? end - 2 : end);
            }
        }
    }
}

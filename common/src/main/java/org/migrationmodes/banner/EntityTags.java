package org.migrationmodes.banner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of pages with a banner (RFC 9110, section 8.8.3): the host's own with a mark in it that names the bytes of
 * the banner. The page without a banner, or with another one, has another tag, and no server but us knows this one.
 */
final class EntityTags {
    /** Matches nothing: no host has it, since it is no page of any banner. */
    static final String NONE = "\"~banner-none\"";

    private static final String MARK = "~banner-";
    private static final int HASH_BYTES = 8;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"\\s]*\"");
    /** RFC 9110 section 5.6.1.2: a recipient takes a list with empty elements. */
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]*");

    private static final LastRendered MARKS = new LastRendered(EntityTags::hash);

    private EntityTags() {}

    /** The mark of a banner. */
    static String mark(byte[] banner) {
        return MARKS.of(banner);
    }

    private static String hash(byte[] banner) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(banner);
            return MARK + HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }

    /** Whether any of these tags may be one of ours. */
    static boolean isMarked(List<String> lines) {
        for (String line : lines) {
            if (line.contains(MARK)) {
                return true;
            }
        }
        return false;
    }

    /** The tag of a page with the banner, as strong as the page's own; null if that is no tag. */
    static @Nullable String derive(String tag, String mark) {
        String trimmed = tag.strip();
        return TAG.matcher(trimmed).matches() ? trimmed.substring(0, trimmed.length() - 1) + mark + '"' : null;
    }

    /**
     * The host's own tags of those pages in a list that have this banner. Proxies and containers may have added something
     * on either side of the mark; it is left for the host to see.
     */
    static List<String> own(List<String> lines, String mark) {
        List<String> own = new ArrayList<>();
        for (String line : lines) {
            Matcher tag = TAG.matcher(line);
            int end = 0;
            while (tag.find(end)
                    && SEPARATOR.matcher(line.substring(end, tag.start())).matches()) {
                int at = tag.group().lastIndexOf(mark);
                if (at >= 0) {
                    own.add(new StringBuilder(tag.group())
                            .delete(at, at + mark.length())
                            .toString());
                }
                end = tag.end();
            }
        }
        return own;
    }

    /** Whether a condition names any page there is (RFC 9110, sections 13.1.1 and 13.1.2). */
    static boolean isAny(List<String> lines) {
        return lines.size() == 1 && lines.get(0).strip().equals("*");
    }
}

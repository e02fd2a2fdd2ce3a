package org.migrationmodes.banner;

import org.jspecify.annotations.Nullable;

/** What a Content-Type says (RFC 9110, section 8.3), told without making new strings of it. */
final class MediaType {
    private static final String CHARSET = "charset";

    private MediaType() {}

    /** Whether a Content-Type, which may be missing, is of a type in lower case; the empty one for none. */
    static boolean is(String type, @Nullable String contentType) {
        if (contentType == null) {
            return type.isEmpty();
        }
        int parameters = contentType.indexOf(';');
        int end = parameters < 0 ? contentType.length() : parameters;
        int start = blanks(contentType, 0, end);
        while (end > start && contentType.charAt(end - 1) <= ' ') {
            end--;
        }
        return end - start == type.length() && contentType.regionMatches(true, start, type, 0, type.length());
    }

    /** Whether it has a parameter that names a charset, whatever that is. */
    static boolean namesCharset(String contentType) {
        for (int i = contentType.indexOf(';'); i >= 0; i = contentType.indexOf(';', i + 1)) {
            int name = blanks(contentType, i + 1, contentType.length());
            if (contentType.regionMatches(true, name, CHARSET, 0, CHARSET.length())) {
                int end = blanks(contentType, name + CHARSET.length(), contentType.length());
                if (end < contentType.length() && contentType.charAt(end) == '=') {
                    return true;
                }
            }
        }
        return false;
    }

    private static int blanks(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }
}

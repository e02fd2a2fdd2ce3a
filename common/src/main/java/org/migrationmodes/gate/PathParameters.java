package org.migrationmodes.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * Parameters that a host takes from a path, such as {@code /module/action/7.page}.
 *
 * @param path of which paths
 * @param suffix what does not belong to the last segment
 * @param names what the first segments are called; a path with fewer segments has none of them
 */
record PathParameters(Glob path, String suffix, List<String> names) {
    static @Nullable PathParameters read(@Nullable Value value) throws InvalidDocument {
        if (value == null) {
            return null;
        }
        Section section = value.object();
        return new PathParameters(
                new Glob(section.required("path").text()),
                section.required("suffix").text(),
                section.required("names").texts());
    }

    /**
     * Whether one of these parameters is spelled with escapes, which no link of such a host is: what is left of {@code
     * %del%69st} after decoding and what a host takes from it as it is are two actions.
     *
     * @param from where the path within the web application begins
     */
    boolean areEscaped(String raw, int from) {
        int slashes = 0;
        for (int i = from; i < raw.length() && slashes <= names.size(); i++) {
            if (raw.charAt(i) == '%') {
                return true;
            }
            slashes += raw.charAt(i) == '/' ? 1 : 0;
        }
        return false;
    }

    /** These beside those of the query. */
    NamedValues beside(NamedValues query, String requested) {
        if (!path.matches(requested)) {
            return query;
        }
        int end = requested.endsWith(suffix) ? requested.length() - suffix.length() : requested.length();
        int segments = 1;
        for (int i = 1; i < end; i++) {
            segments += requested.charAt(i) == '/' ? 1 : 0;
        }
        return segments < names.size() ? query : new PathValues(query, names, requested, end);
    }
}

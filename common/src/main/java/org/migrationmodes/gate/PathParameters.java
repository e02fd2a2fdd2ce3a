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

    Parameters of(String requested) {
        if (!path.matches(requested)) {
            return Parameters.NONE;
        }
        String bare =
                requested.endsWith(suffix) ? requested.substring(0, requested.length() - suffix.length()) : requested;
        String[] segments = bare.substring(1).split("/", -1);
        Parameters found = Parameters.NONE;
        for (int i = 0; i < names.size() && segments.length >= names.size(); i++) {
            found = Parameters.of(names.get(i), segments[i]).and(found);
        }
        return found;
    }
}

package org.migrationmodes.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * A front door behind which the host forwards to another of its pages, named by a parameter; no filter sees that.
 *
 * @param from patterns of the front door's path
 * @param parameter names the page
 * @param to the page's path, in which {@code *} stands for the parameter's value
 */
record Forward(List<Glob> from, String parameter, String to) {
    static List<Forward> readAll(@Nullable Value forwards) throws InvalidDocument {
        List<Forward> read = new ArrayList<>();
        if (forwards != null) {
            for (Value forward : forwards.list()) {
                Section section = forward.object();
                read.add(new Forward(
                        section.required("path").texts().stream().map(Glob::new).toList(),
                        section.required("parameter").text(),
                        section.required("to").text()));
            }
        }
        return read;
    }

    boolean isAt(String path) {
        return Glob.anyMatches(from, path);
    }

    /** The path behind the door, or null if the value is no plain word and could lead anywhere. */
    @Nullable
    String target(String value) {
        return !value.isEmpty() && Condition.isLetters(value, 0, value.length()) ? to.replace("*", value) : null;
    }
}

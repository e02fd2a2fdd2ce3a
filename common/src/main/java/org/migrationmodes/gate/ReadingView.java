package org.migrationmodes.gate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * Where the thing that somebody wanted to change can be read.
 *
 * @param parameter names the thing
 * @param to a path with query, in which {@code *} stands for the parameter's value
 */
record ReadingView(String parameter, String to) {
    static List<ReadingView> readAll(@Nullable Value views) throws InvalidDocument {
        List<ReadingView> read = new ArrayList<>();
        if (views != null) {
            for (Value view : views.list()) {
                Section section = view.object();
                read.add(new ReadingView(
                        section.required("parameter").text(),
                        section.required("to").text()));
            }
        }
        return read;
    }

    /** The path for a request, or null if it names no such thing. */
    @Nullable
    String of(Parameters parameters) {
        List<String> values = parameters.values(parameter);
        return values.isEmpty() || values.get(0).isBlank()
                ? null
                : to.replace("*", URLEncoder.encode(values.get(0), StandardCharsets.UTF_8));
    }
}

package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Headers with the lines of each, by names in any case. Most responses have none that are kept here. */
final class HeaderLines {
    private Map<String, List<String>> values = Collections.emptyMap();

    private Map<String, List<String>> writable() {
        if (values.isEmpty()) {
            values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        }
        return values;
    }

    void set(String name, String value) {
        writable().put(name, new ArrayList<>(List.of(value)));
    }

    /** Adds a line to those of a header, which are the container's as long as none are here. */
    void add(String name, String value, HttpServletResponse container) {
        of(name, container).add(value);
    }

    /** The lines of a header, from the container if none are here yet. */
    List<String> of(String name, HttpServletResponse container) {
        return writable().computeIfAbsent(name, absent -> new ArrayList<>(container.getHeaders(name)));
    }

    void remove(String name) {
        values.remove(name);
    }

    void clear() {
        values = Collections.emptyMap();
    }

    @Nullable
    List<String> get(String name) {
        return values.get(name);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Set<String> names() {
        return values.keySet();
    }

    void forEach(BiConsumer<String, List<String>> action) {
        values.forEach(action);
    }
}

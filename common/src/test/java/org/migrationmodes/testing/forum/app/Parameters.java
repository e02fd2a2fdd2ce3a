package org.migrationmodes.testing.forum.app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parameters of a request, from query, urlencoded body and multipart body in this order; the last value wins. */
final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Upload> uploads = new ArrayList<>();

    private Parameters() {}

    static Parameters of(HttpServletRequest request) throws IOException {
        Parameters parameters = new Parameters();
        request.getParameterMap().forEach((name, all) -> List.of(all).forEach(value -> parameters.add(name, value)));
        String type = request.getContentType();
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            // the raw stream, as JForum reads it: no filter can see these fields by getParameter
            new MultipartParser(request.getInputStream().readAllBytes(), type).into(parameters);
        }
        return parameters;
    }

    void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    void add(Upload upload) {
        uploads.add(upload);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The last value, empty if there is none. */
    String get(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The last value as a number, -1 if it is none: no row has that id. */
    int number(String name) {
        try {
            return Integer.parseInt(get(name).strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    List<Upload> uploads() {
        return List.copyOf(uploads);
    }
}

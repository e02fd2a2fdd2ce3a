package org.migrationmodes.testing.forum.app;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the target of a request. The path counts for anything but POST with an empty query, and for a POST that names
 * neither module nor action; otherwise the parameters decide and the path is ignored.
 */
final class Dispatch {
    private static final String SUFFIX = ".page";
    private static final Pattern SLASH = Pattern.compile("/");

    private Dispatch() {}

    static Target target(HttpServletRequest request, Parameters parameters) {
        String query = request.getQueryString();
        boolean post = "POST".equals(request.getMethod());
        boolean unnamed = !parameters.has("module") && !parameters.has("action");
        boolean byPath = post ? unnamed : query == null || query.isEmpty();
        String path = request.getServletPath();
        if (byPath && path.endsWith(SUFFIX)) {
            return byPath(path.substring(0, path.length() - SUFFIX.length()), parameters);
        }
        return new Target(parameters.get("module"), parameters.get("action"));
    }

    private static Target byPath(String path, Parameters parameters) {
        List<String> parts =
                SLASH.splitAsStream(path).filter(part -> !part.isEmpty()).toList();
        Target target = new Target(part(parts, 0), part(parts, 1));
        List<String> values = parts.subList(Math.min(2, parts.size()), parts.size());
        List<String> names = PathNames.of(target, values.size());
        for (int i = 0; i < names.size(); i++) {
            parameters.add(names.get(i), values.get(i));
        }
        return target;
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}

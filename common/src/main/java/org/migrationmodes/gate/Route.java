package org.migrationmodes.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * One line of a profile: which requests it is about, and what they are.
 *
 * @param methods the methods it is about; empty for all
 * @param paths patterns of which the path must match one; empty for all
 * @param types media types of the body of which the request's must be one; empty for all
 * @param conditions what it asks of parameters
 * @param verdict what such a request is; null if the route is only about the banner
 * @param banner false if the page must be left alone
 */
record Route(
        Set<String> methods,
        List<Glob> paths,
        List<Glob> types,
        List<Condition> conditions,
        @Nullable Verdict verdict,
        boolean banner) {
    private static final List<String> KEYS =
            List.of("name", "methods", "path", "contentType", "parameters", "verdict", "banner");

    static List<Route> readAll(@Nullable Value routes) throws InvalidDocument {
        List<Route> read = new ArrayList<>();
        if (routes != null) {
            for (Value route : routes.list()) {
                read.add(read(route.object()));
            }
        }
        return read;
    }

    private static Route read(Section section) throws InvalidDocument {
        for (String key : section.keys()) {
            if (!KEYS.contains(key)) {
                // A misspelt condition would silently let more pass than the admin meant.
                throw section.required(key)
                        .invalid("belongs to a key that routes do not have; they have " + String.join(", ", KEYS));
            }
        }
        section.value("name");
        Value methods = section.value("methods");
        Value banner = section.value("banner");
        Value verdict = section.value("verdict");
        Value types = section.value("contentType");
        List<Glob> paths = paths(section.value("path"));
        List<Condition> conditions = new ArrayList<>();
        Value parameters = section.value("parameters");
        if (parameters != null) {
            Section named = parameters.object();
            for (String name : named.keys()) {
                conditions.add(Condition.read(name, named.required(name)));
            }
        }
        if (verdict == null && banner == null) {
            throw section.invalid("says neither a verdict (read, form, write, session) nor \"banner\": false");
        }
        if (paths.isEmpty() && conditions.isEmpty() && types == null && methods == null) {
            throw section.invalid("has neither a path nor anything else to tell which requests it is about");
        }
        return new Route(
                methods == null ? Set.of() : Set.copyOf(methodNames(methods)),
                paths,
                types == null
                        ? List.of()
                        : types.texts().stream()
                                .map(type -> new Glob(type.toLowerCase(Locale.ROOT)))
                                .toList(),
                conditions,
                verdict == null ? null : verdict(verdict),
                banner == null || banner.truth());
    }

    private static Set<String> methodNames(Value methods) throws InvalidDocument {
        for (String method : methods.texts()) {
            if (!method.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '-')) {
                throw methods.invalid("holds a method that is not in capital letters, such as \"POST\"");
            }
        }
        return Set.copyOf(new HashSet<>(methods.texts()));
    }

    static List<Glob> paths(@Nullable Value value) throws InvalidDocument {
        List<Glob> paths = new ArrayList<>();
        if (value != null) {
            for (String path : value.texts()) {
                if (!path.startsWith("/") && !path.startsWith("**")) {
                    throw value.invalid("holds a path that does not begin with /; paths are those within the web"
                            + " application, such as /health for http://localhost:8080/wiki/health");
                }
                paths.add(new Glob(path));
            }
        }
        return paths;
    }

    private static Verdict verdict(Value value) throws InvalidDocument {
        String word = value.text();
        return Verdict.of(word)
                .orElseThrow(() -> value.invalid("is not a verdict; the verdicts are read, form, write and session"));
    }

    /** The same for a host that sees of these parameters no more than the letters. */
    Route withLettersOnly(Set<String> names) {
        return new Route(
                methods,
                paths,
                types,
                conditions.stream()
                        .map(condition -> condition.withLettersOnly(names))
                        .toList(),
                verdict,
                banner);
    }

    /** Whether it decides about this request, taken to be at the given path. */
    boolean matches(JudgedRequest request, String path, NamedValues known) throws IOException {
        return isAt(path) && matchesAt(request, known);
    }

    /** Whether it decides about this request, where its path is known to match. */
    boolean matchesAt(JudgedRequest request, NamedValues known) throws IOException {
        if (verdict == null || !isAbout(request)) {
            return false;
        }
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            boolean fits = verdict == Verdict.WRITE
                    ? condition.fitsAny(known, request.body())
                    : condition.fitsAll(known, request.body());
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Whether it forbids the banner on this request's page. */
    boolean forbidsBanner(JudgedRequest request, NamedValues known) {
        return !banner
                && isAt(request.path())
                && isAbout(request)
                && conditions.stream().allMatch(condition -> condition.fitsQuery(known));
    }

    private boolean isAt(String path) {
        return paths.isEmpty() || Glob.anyMatches(paths, path);
    }

    private boolean isAbout(JudgedRequest request) {
        return (methods.isEmpty() || methods.contains(request.method()) || isHeadOfGet(request))
                && (types.isEmpty() || Glob.anyMatches(types, request.mediaType()));
    }

    // Servlet 6.0, section 2.1: HttpServlet answers HEAD by doGet, so what writes by GET writes by HEAD
    private boolean isHeadOfGet(JudgedRequest request) {
        return request.method().equals("HEAD") && methods.contains("GET");
    }
}

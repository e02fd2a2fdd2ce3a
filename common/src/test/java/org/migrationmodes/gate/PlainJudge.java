package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges by what a profile says, route after route, as plainly as it can be said. */
final class PlainJudge {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Profile profile;
    private final HttpServletRequest request;
    private final FormBody body;
    private final String path;
    private final Map<String, List<String>> known;

    private PlainJudge(Profile profile, HttpServletRequest request) {
        this.profile = profile;
        this.request = request;
        this.body = new FormBody(request);
        this.path = JudgedRequest.path(request);
        Parameters query = query();
        PathParameters inPath = profile.pathParameters();
        this.known = (inPath == null ? query : query.and(inPath(inPath))).all();
    }

    static Verdict judge(Profile profile, HttpServletRequest request) throws IOException {
        return new PlainJudge(profile, request).judge();
    }

    static boolean allowsBanner(Profile profile, HttpServletRequest request) {
        PlainJudge judge = new PlainJudge(profile, request);
        return profile.routes().all().stream()
                .noneMatch(route -> !route.banner()
                        && judge.isAbout(route, judge.path)
                        && route.conditions().stream().allMatch(judge::fitsQuery));
    }

    private Verdict judge() throws IOException {
        if (overridden() || (profile.readsRawPath() && isOdd())) {
            return Verdict.WRITE;
        }
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(at(path));
        for (Forward forward : profile.forwards()) {
            if (forward.from().stream().anyMatch(glob -> matches(glob, path))) {
                verdicts.add(body.isHidden() ? Verdict.WRITE : Verdict.READ);
                for (String value : query().and(body.parameters()).values(forward.parameter())) {
                    String target = forward.target(value);
                    verdicts.add(target == null ? Verdict.WRITE : at(target));
                }
            }
        }
        boolean overriddenInBody =
                body.isHidden() || body.parameters().values("_method").stream().anyMatch(PlainJudge::isUnsafe);
        return overriddenInBody ? Verdict.WRITE : Collections.max(verdicts);
    }

    private Verdict at(String place) throws IOException {
        for (Route route : profile.routes().all()) {
            Verdict verdict = route.verdict();
            if (verdict != null && isAbout(route, place) && fits(route, verdict)) {
                return verdict;
            }
        }
        return SAFE.contains(method()) ? Verdict.READ : Verdict.WRITE;
    }

    private boolean isAbout(Route route, String place) {
        boolean methods = route.methods().isEmpty()
                || route.methods().contains(method())
                || (method().equals("HEAD") && route.methods().contains("GET"));
        boolean paths = route.paths().isEmpty() || route.paths().stream().anyMatch(glob -> matches(glob, place));
        boolean types = route.types().isEmpty() || route.types().stream().anyMatch(glob -> matches(glob, body.type()));
        return methods && paths && types;
    }

    private boolean fits(Route route, Verdict verdict) throws IOException {
        for (Condition condition : route.conditions()) {
            if (verdict == Verdict.WRITE ? !fitsAny(condition) : !fitsAll(condition)) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsAny(Condition condition) throws IOException {
        List<String> inBody = named(condition, body.parameters().all());
        if (condition.mustBeMissing()) {
            boolean missingInBody = body.isHidden() || !body.reachesParameters() || inBody.isEmpty();
            return named(condition, known).isEmpty() && missingInBody;
        }
        return body.isHidden()
                || Stream.concat(named(condition, known).stream(), inBody.stream())
                        .anyMatch(value -> fits(condition, value));
    }

    private boolean fitsAll(Condition condition) throws IOException {
        List<String> inBody = named(condition, body.parameters().all());
        List<String> all = new ArrayList<>(named(condition, known));
        boolean sure = !all.isEmpty() || (body.reachesParameters() && !inBody.isEmpty());
        all.addAll(inBody);
        if (body.isHidden()) {
            return false;
        }
        return condition.mustBeMissing()
                ? all.isEmpty()
                : sure && all.stream().allMatch(value -> fits(condition, value));
    }

    private boolean fitsQuery(Condition condition) {
        List<String> all = named(condition, known);
        return condition.mustBeMissing()
                ? all.isEmpty()
                : !all.isEmpty() && all.stream().allMatch(value -> fits(condition, value));
    }

    private static List<String> named(Condition condition, Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> matches(condition.name(), entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static boolean fits(Condition condition, String value) {
        String seen = condition.lettersOnly() ? value.replaceAll("[^A-Za-z]", "") : value;
        return condition.values().stream().anyMatch(glob -> matches(glob, seen));
    }

    /** By a regular expression. */
    static boolean matches(Glob glob, String text) {
        String source = glob.toString();
        boolean subtree = source.length() > 3 && source.endsWith("/**");
        String stem = subtree ? source.substring(0, source.length() - 3) : source;
        String expression = Arrays.stream(stem.split("\\*\\*", -1))
                .map(part -> Arrays.stream(part.split("\\*", -1))
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + "[^/]*" + b)
                        .orElse(""))
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        return Pattern.compile(expression + (subtree ? "(/.*)?" : ""), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private String method() {
        return headers("Upgrade").stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("websocket"))
                ? JudgedRequest.WEBSOCKET
                : request.getMethod();
    }

    private List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    private boolean overridden() {
        return Stream.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")
                        .flatMap(name -> headers(name).stream())
                        .anyMatch(PlainJudge::isUnsafe)
                || query().values("_method").stream().anyMatch(PlainJudge::isUnsafe);
    }

    private static boolean isUnsafe(String name) {
        return !name.isEmpty() && !SAFE.contains(name.strip().toUpperCase(Locale.ROOT));
    }

    private Parameters query() {
        String query = request.getQueryString();
        return query == null ? Parameters.NONE : Parameters.parse(query, StandardCharsets.UTF_8);
    }

    private boolean isOdd() {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        String lower = raw.toLowerCase(Locale.ROOT);
        boolean separators = Stream.of("%2f", "%5c", "\\").anyMatch(lower::contains);
        boolean parameters = lower.matches("[^;]*;.*/.*");
        boolean parents = Arrays.stream(lower.replace("%2e", ".").split("[/;]", -1))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
        PathParameters inPath = profile.pathParameters();
        boolean escaped = inPath != null
                && Arrays.stream(raw.split("/", -1))
                        .limit(inPath.names().size() + 1L)
                        .anyMatch(segment -> segment.contains("%"));
        return separators || parameters || parents || escaped;
    }

    private Parameters inPath(PathParameters inPath) {
        Parameters found = Parameters.NONE;
        if (!matches(inPath.path(), path)) {
            return found;
        }
        String bare = path.endsWith(inPath.suffix())
                ? path.substring(0, path.length() - inPath.suffix().length())
                : path;
        String[] segments = bare.substring(1).split("/", -1);
        for (int i = 0;
                i < inPath.names().size() && segments.length >= inPath.names().size();
                i++) {
            found = found.and(Parameters.of(inPath.names().get(i), segments[i]));
        }
        return found;
    }
}

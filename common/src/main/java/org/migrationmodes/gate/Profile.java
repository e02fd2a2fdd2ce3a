package org.migrationmodes.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;

/**
 * Tells a host's reads from its writes: an ordered list of routes, of which the first that matches decides. Immutable.
 *
 * @param name the profile's name
 * @param recognisedBy names of classes, any of which tells that this is the host
 * @param lettersOnly parameters of whose values the host sees the letters only
 * @param pathParameters parameters that the host takes from the first segments of a path as well
 * @param readsRawPath whether the host looks at the path as the client spelled it
 * @param forwards its front doors
 * @param routes the routes
 * @param readingViews where what a form changes can be read; the first whose parameter is there
 */
record Profile(
        String name,
        List<String> recognisedBy,
        Set<String> lettersOnly,
        @Nullable PathParameters pathParameters,
        boolean readsRawPath,
        List<Forward> forwards,
        Routes routes,
        List<ReadingView> readingViews) {
    /** Reads a profile; an unknown key is an error here, since a profile is shipped with its reader. */
    static Profile read(String json) throws InvalidDocument {
        Section root = Section.parse(json);
        Value classes = root.value("recognisedBy");
        Value letters = root.value("lettersOnly");
        Value raw = root.value("readsRawPath");
        Profile profile = new Profile(
                        root.required("profile").text(),
                        classes == null ? List.of() : classes.texts(),
                        letters == null ? Set.of() : Set.copyOf(letters.texts()),
                        PathParameters.read(root.value("pathParameters")),
                        raw != null && raw.truth(),
                        Forward.readAll(root.value("forwards")),
                        Routes.NONE,
                        ReadingView.readAll(root.value("readingViews")))
                .with(Route.readAll(root.value("routes")));
        List<String> unknown = root.unknownKeys();
        if (!unknown.isEmpty()) {
            throw new InvalidDocument("", unknown.get(0));
        }
        return profile;
    }

    /** The same profile with routes that are asked before its own. */
    Profile with(List<Route> first) {
        if (first.isEmpty()) {
            return this;
        }
        List<Route> all = new ArrayList<>();
        first.forEach(route -> all.add(route.withLettersOnly(lettersOnly)));
        all.addAll(routes.all());
        return new Profile(
                name,
                recognisedBy,
                lettersOnly,
                pathParameters,
                readsRawPath,
                forwards,
                new Routes(List.copyOf(all), pathParameters),
                readingViews);
    }

    /**
     * What a request is. Reads an urlencoded body where a route asks for it.
     *
     * @throws IOException if the body cannot be read
     */
    Verdict judge(JudgedRequest request) throws IOException {
        if (request.overridesMethod() || (readsRawPath && isOdd(request.rawUri(), request.rawPathBegin()))) {
            return Verdict.WRITE;
        }
        Verdict verdict = judge(request, request.path());
        for (int i = 0; i < forwards.size(); i++) {
            Forward forward = forwards.get(i);
            if (forward.isAt(request.path())) {
                verdict = strictest(verdict, behind(forward, request));
            }
        }
        return verdict != Verdict.WRITE && request.overridesMethodInBody() ? Verdict.WRITE : verdict;
    }

    /** Whether a host that looks at the raw path could take it for another than the container does. */
    private boolean isOdd(String uri, int from) {
        return PathSpelling.isOdd(uri, from) || (pathParameters != null && pathParameters.areEscaped(uri, from));
    }

    private Verdict behind(Forward forward, JudgedRequest request) throws IOException {
        if (request.body().isHidden()) {
            return Verdict.WRITE;
        }
        return strictest(
                behind(forward, request, request.query()),
                behind(forward, request, request.body().parameters()));
    }

    private Verdict behind(Forward forward, JudgedRequest request, NamedValues parameters) throws IOException {
        Verdict strictest = Verdict.READ;
        List<String> values = parameters.values(forward.parameter());
        for (int i = 0; i < values.size(); i++) {
            String target = forward.target(values.get(i));
            strictest = strictest(strictest, target == null ? Verdict.WRITE : judge(request, target));
        }
        return strictest;
    }

    private Verdict judge(JudgedRequest request, String path) throws IOException {
        Route route = routes.first(request, path, known(request));
        if (route == null) {
            return request.isSafe() ? Verdict.READ : Verdict.WRITE;
        }
        Verdict verdict = route.verdict();
        return verdict == null ? Verdict.WRITE : verdict;
    }

    private static Verdict strictest(Verdict a, Verdict b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Whether the page may carry a banner; the body is left alone. */
    boolean allowsBanner(JudgedRequest request) {
        return routes.allHaveBanner() || routes.allowBanner(request, known(request));
    }

    /**
     * Where the visitor can go on reading.
     *
     * @return a path within the web application
     * @throws IOException if the body cannot be read
     */
    String readingView(JudgedRequest request) throws IOException {
        if (readingViews.isEmpty()) {
            return "/";
        }
        Parameters parameters = request.parameters();
        for (ReadingView view : readingViews) {
            String path = view.of(parameters);
            if (path != null) {
                return path;
            }
        }
        return "/";
    }

    private NamedValues known(JudgedRequest request) {
        NamedValues query = request.query();
        return pathParameters == null ? query : pathParameters.beside(query, request.path());
    }
}

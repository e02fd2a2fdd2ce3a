package org.migrationmodes.gate;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Profiles that nobody would write, and requests that may just meet them. */
final class JudgedCases {
    private static final List<String> SEGMENTS =
            List.of("", "a", "bin", "wiki", "save", "posts", "list", "x.jsp", "7.page", "adminX", "po5ts", "caf\u00e9");
    private static final List<String> PATTERNS = List.of(
            "", "*", "**", "a", "bin", "wiki", "save", "posts", "*.page", "**.page", "x*", "a*s**", "list", "x.jsp");
    private static final List<String> NAMES =
            List.of("module", "action", "do", "ok", "_method", "nbf_1", "", "*", "**", "nbf_**", "mod*", "caf\u00e9");
    private static final List<String> VALUES =
            List.of("posts", "list", "save", "1", "a/b", "po5sts", "", "*", "**", "po*", "**ist", "**o**t", "X");
    private static final List<String> ESCAPES = List.of("", "", "", "%41", "+", "%", "%zz", "\u00e9", "=", "&", "%2F");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "get");
    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "Text/Plain", "application/json");

    private JudgedCases() {}

    /** A profile as it stands in its file; some have more routes than are indexed. */
    static Arbitrary<String> profiles() {
        Arbitrary<String> routes = route().list().ofMaxSize(90).map(all -> String.join(",\n", all));
        Arbitrary<String> inPath = Arbitraries.of(
                "",
                "\"pathParameters\": { \"path\": \"/**.page\", \"suffix\": \".page\", \"names\": [\"module\", \"action\"] },",
                "\"pathParameters\": { \"path\": \"/**\", \"suffix\": \"X\", \"names\": [\"module\"] },");
        Arbitrary<String> front = Arbitraries.of(
                "",
                "\"forwards\": [ { \"path\": [\"/wiki/**\", \"/a\"], \"parameter\": \"do\", \"to\": \"/*.jsp\" } ],");
        Arbitrary<String> letters = Arbitraries.of("", "\"lettersOnly\": [\"module\"],");
        return Combinators.combine(routes, inPath, front, letters, Arbitraries.of(true, false))
                .as((all, path, forwards, only, raw) -> "{ \"profile\": \"any\", \"readsRawPath\": " + raw + "," + path
                        + forwards + only + "\"routes\": [" + all + "] }");
    }

    private static Arbitrary<String> route() {
        Arbitrary<String> verdict = Arbitraries.of("read", "form", "session", "write", "read", "form")
                .map(word -> "\"verdict\": \"" + word + "\"");
        Arbitrary<String> decision =
                Arbitraries.frequencyOf(Tuple.of(8, verdict), Tuple.of(1, Arbitraries.of("\"banner\": false")));
        Arbitrary<String> about = Arbitraries.oneOf(
                path(PATTERNS, 4).list().ofMinSize(1).ofMaxSize(3).map(paths -> "\"path\": " + strings(paths)),
                Arbitraries.of(METHODS.subList(0, 5))
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(methods -> "\"methods\": " + strings(List.copyOf(methods))),
                Arbitraries.of("**", "multipart/**", "text/plain").map(type -> "\"contentType\": \"" + type + "\""));
        return Combinators.combine(decision, about, conditions())
                .as((decided, asked, more) -> "{ " + decided + ", " + asked + more + " }");
    }

    private static Arbitrary<String> conditions() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of("true", "false"),
                Arbitraries.of(VALUES).list().ofMinSize(1).ofMaxSize(3).map(JudgedCases::strings));
        return Combinators.combine(Arbitraries.of(NAMES).set().ofMaxSize(2), value)
                .as((names, asked) -> names.isEmpty()
                        ? ""
                        : names.stream()
                                .map(name -> "\"" + name + "\": " + asked)
                                .collect(Collectors.joining(", ", ", \"parameters\": { ", " }")));
    }

    private static Arbitrary<String> path(List<String> segments, int most) {
        return Arbitraries.of(segments).list().ofMinSize(1).ofMaxSize(most).map(all -> "/" + String.join("/", all));
    }

    private static String strings(List<String> all) {
        return all.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }

    /** A request; its path, now and then, as only odd clients spell it. */
    static Arbitrary<JudgedCase> requests() {
        Arbitrary<String> raw =
                Arbitraries.of("", "", "", "/./", "/..", ";x", ";x/y", "%2e%2E", "%2f", "\\", "%41", ".");
        Arbitrary<String> header = Arbitraries.of(
                "",
                "",
                "",
                "Upgrade: WebSocket",
                "X-HTTP-Method: PUT",
                "X-Method-Override: get",
                "Content-Encoding: gzip");
        return Combinators.combine(
                        Arbitraries.of(METHODS),
                        path(SEGMENTS, 5),
                        raw,
                        pairs().injectNull(0.3),
                        Arbitraries.of(TYPES).injectNull(0.5),
                        pairs(),
                        header)
                .as(JudgedCase::new);
    }

    private static Arbitrary<String> pairs() {
        Arbitrary<String> pair = Combinators.combine(
                        Arbitraries.of(NAMES), Arbitraries.of(ESCAPES), Arbitraries.of(VALUES), Arbitraries.of(ESCAPES))
                .as((name, inName, value, inValue) -> name + inName + "=" + value + inValue);
        Arbitrary<Integer> size = Arbitraries.of(0, 1, 2, 3, 40);
        return size.flatMap(count -> pair.list().ofMaxSize(count)).map(all -> String.join("&", all));
    }
}

package org.migrationmodes.testing.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.migrationmodes.testing.Chromium;

/** Runs axe-core in the page that is open. */
public final class Axe {
    private static final String SOURCE = source();

    private static final String RUN = """
            axe.run(%s, {runOnly: {type: 'tag', values: '%s'.split(' ')}, rules: {'target-size': {enabled: true}}})
                .then(results => [...results.violations, ...(%b ? results.incomplete : [])
                    .filter(({id}) => id !== 'color-contrast')].map(result => ({
                    rule: result.id, impact: result.impact, help: result.help, helpUrl: result.helpUrl,
                    nodes: result.nodes.map(({target, html, failureSummary}) => ({target, html, failureSummary}))})))
            """;

    private static final String WCAG_22_AA = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa";

    private Axe() {}

    /**
     * What of WCAG 2.2 AA or of best practice is not met, or cannot be told, in a part of the page. A contrast that cannot be
     * told is for {@link Measures}.
     */
    public static List<Finding> inOurs(Chromium chromium, String selector) {
        return run(chromium, "'" + selector + "'", WCAG_22_AA + " best-practice", true);
    }

    /** What of WCAG 2.2 AA is not met in the whole page. */
    public static List<Finding> inPage(Chromium chromium) {
        return run(chromium, "document", WCAG_22_AA, false);
    }

    private static List<Finding> run(Chromium chromium, String context, String tags, boolean alsoDoubts) {
        IsolatedWorld world = IsolatedWorld.in(chromium);
        world.evaluate(SOURCE + "; 0");
        Object results = Objects.requireNonNull(world.evaluate(RUN.formatted(context, tags, alsoDoubts)));
        return ((List<?>) results).stream().map(Axe::map).flatMap(Axe::findings).toList();
    }

    private static Stream<Finding> findings(Map<String, ?> result) {
        return ((List<?>) Objects.requireNonNull(result.get("nodes")))
                .stream().map(node -> Finding.of(result, map(node)));
    }

    @SuppressWarnings("unchecked") // JavaScript's objects have names of properties for keys
    private static Map<String, ?> map(Object object) {
        return (Map<String, ?>) object;
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

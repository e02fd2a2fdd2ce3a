package org.migrationmodes.testing.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What axe-core has against one element.
 *
 * @param rule its name, such as {@code color-contrast}
 * @param element a selector
 * @param html its start tag, or all of it
 * @param told what is wrong and how it is mended
 */
public record Finding(String rule, String element, String html, String told) {
    static Finding of(Map<String, ?> result, Map<String, ?> node) {
        List<?> target = (List<?>) Objects.requireNonNull(node.get("target"));
        String element = target.stream().map(String::valueOf).collect(Collectors.joining(" "));
        String told = result.get("impact") + ": " + result.get("help") + "\n    "
                + String.valueOf(node.get("failureSummary")).replace("\n", "\n    ") + "\n    " + result.get("helpUrl");
        return new Finding(String.valueOf(result.get("rule")), element, String.valueOf(node.get("html")), told);
    }

    /** Whether both are the same complaint, in pages that differ by a banner: a selector tells an element from its like. */
    boolean isSameAs(Finding other) {
        return rule.equals(other.rule) && html.equals(other.html);
    }

    @Override
    public String toString() {
        return "\n" + rule + " at " + element + "\n    " + html + "\n    " + told;
    }
}

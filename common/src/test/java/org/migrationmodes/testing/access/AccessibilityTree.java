package org.migrationmodes.testing.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.migrationmodes.testing.Chromium;

/** What a screen reader is told of the page that is open, in its order. */
public final class AccessibilityTree {
    /** What an element is, and what it is called. */
    public record Node(String role, String name) {}

    private final Map<Object, Map<?, ?>> all;
    private final List<Node> nodes = new ArrayList<>();

    private AccessibilityTree(List<Map<?, ?>> all) {
        this.all = all.stream()
                .collect(Collectors.toMap(
                        node -> Objects.requireNonNull(node.get("nodeId")), node -> node, (node, again) -> node));
        all.stream().filter(node -> !node.containsKey("parentId")).forEach(this::walk);
    }

    public static AccessibilityTree of(Chromium chromium) {
        chromium.devTools("Accessibility.enable", Map.of());
        Object nodes =
                chromium.devTools("Accessibility.getFullAXTree", Map.of()).get("nodes");
        return new AccessibilityTree(((List<?>) Objects.requireNonNull(nodes))
                .stream().<Map<?, ?>>map(node -> (Map<?, ?>) node).toList());
    }

    /** All that is told, in reading order, without the page itself and what only groups. */
    public List<Node> nodes() {
        return nodes.stream()
                .filter(node -> !List.of("RootWebArea", "generic", "none", "InlineTextBox")
                        .contains(node.role()))
                .toList();
    }

    private void walk(Map<?, ?> node) {
        if (!Boolean.TRUE.equals(node.get("ignored"))) {
            nodes.add(new Node(value(node, "role"), value(node, "name")));
        }
        if (node.get("childIds") instanceof List<?> children) {
            children.stream().map(all::get).filter(Objects::nonNull).forEach(this::walk);
        }
    }

    private static String value(Map<?, ?> node, String key) {
        return node.get(key) instanceof Map<?, ?> value ? String.valueOf(value.get("value")) : "";
    }
}

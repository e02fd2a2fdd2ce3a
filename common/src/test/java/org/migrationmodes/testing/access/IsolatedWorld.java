package org.migrationmodes.testing.access;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.testing.Chromium;

/** Scripts beside those of the page that is open: what hosts do to JavaScript's own classes does not reach them. */
final class IsolatedWorld {
    private final Chromium chromium;
    private final Object id;

    private IsolatedWorld(Chromium chromium, Object id) {
        this.chromium = chromium;
        this.id = id;
    }

    static IsolatedWorld in(Chromium chromium) {
        Map<?, ?> tree = map(chromium.devTools("Page.getFrameTree", Map.of()).get("frameTree"));
        Object frame = Objects.requireNonNull(map(tree.get("frame")).get("id"));
        Object id = chromium.devTools("Page.createIsolatedWorld", Map.of("frameId", frame))
                .get("executionContextId");
        return new IsolatedWorld(chromium, Objects.requireNonNull(id));
    }

    /** What an expression results in, or what it promises. */
    @Nullable
    Object evaluate(String expression) {
        Map<String, Object> answer = chromium.devTools(
                "Runtime.evaluate",
                Map.of("expression", expression, "contextId", id, "awaitPromise", true, "returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new IllegalStateException(String.valueOf(answer.get("exceptionDetails")));
        }
        return map(answer.get("result")).get("value");
    }

    private static Map<?, ?> map(@Nullable Object object) {
        return (Map<?, ?>) Objects.requireNonNull(object);
    }
}

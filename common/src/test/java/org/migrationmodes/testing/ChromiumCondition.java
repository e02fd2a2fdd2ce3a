package org.migrationmodes.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsChromium}. */
final class ChromiumCondition implements ExecutionCondition {
    private static final String MISSING = "Chromium is missing: apt-get install chromium chromium-driver";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult decision = decide(Chromium.available(), System.getenv("CI"));
        if (decision.isDisabled() && !SAID.getAndSet(true)) {
            // Maven does not show the reason
            System.err.println(MISSING);
        }
        return decision;
    }

    static ConditionEvaluationResult decide(boolean available, @Nullable String ci) {
        if (available) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        if ("true".equals(ci)) {
            throw new IllegalStateException(MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }
}

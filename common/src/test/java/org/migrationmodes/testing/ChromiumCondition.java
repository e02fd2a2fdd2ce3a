package org.migrationmodes.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsChromium}. */
final class ChromiumCondition implements ExecutionCondition {
    private static final String MISSING = "Chromium is missing: apt-get install chromium chromium-driver";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(Chromium.available(), System.getenv("CI"));
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

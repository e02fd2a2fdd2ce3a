package org.migrationmodes.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where a program is missing that they need, but fails where nobody would read what was skipped. */
abstract class ProgramCondition implements ExecutionCondition {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final String missing;
    private final BooleanSupplier available;

    ProgramCondition(String missing, BooleanSupplier available) {
        this.missing = missing;
        this.available = available;
    }

    @Override
    public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult decision = decide(missing, available.getAsBoolean(), System.getenv("CI"));
        if (decision.isDisabled() && SAID.add(missing)) {
            // Maven does not show the reason
            System.err.println(missing);
        }
        return decision;
    }

    static ConditionEvaluationResult decide(String missing, boolean available, @Nullable String ci) {
        if (available) {
            return ConditionEvaluationResult.enabled("it is there");
        }
        if ("true".equals(ci)) {
            throw new IllegalStateException(missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }
}

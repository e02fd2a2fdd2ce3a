package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Hears how tests end, and tells it again as tests of another run. A test that was skipped counts as one that failed. */
final class TestOutcomes implements TestExecutionListener {
    private final List<DynamicTest> tests = new ArrayList<>();
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean successful = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (test.isTest() || !successful) {
            add(test, successful ? null : result.getThrowable().orElseGet(() -> new AssertionError("aborted")));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, new AssertionError("skipped: " + reason));
    }

    private void add(TestIdentifier test, @Nullable Throwable failure) {
        String name = name(test);
        tests.add(DynamicTest.dynamicTest(name, () -> {
            if (failure != null) {
                throw new AssertionError(name + ": " + failure.getMessage(), failure);
            }
        }));
    }

    private String name(TestIdentifier test) {
        String own = test.getDisplayName();
        Optional<TestIdentifier> parent = plan == null ? Optional.empty() : plan.getParent(test);
        // the topmost is the engine
        return parent.filter(above -> above.getParentId().isPresent())
                .map(above -> name(above) + " > " + own)
                .orElse(own);
    }

    Stream<DynamicTest> asTests() {
        assertThat(tests).as("tests that were run").isNotEmpty();
        return tests.stream();
    }
}

package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import java.util.List;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherContainerTest {

    @Test
    void eachIsWhatItIsCalled() throws Exception {
        assertThat(run(OtherContainer.tomcat9(), WhereItIs.class))
                .singleElement()
                .satisfies(test -> assertThatThrownBy(test.getExecutable()::execute)
                        .hasMessageContaining("Tomcat/9.")
                        .hasMessageContaining(", javax.servlet.Servlet, javax.servlet.error.message"));
        assertThat(run(OtherContainer.tomcat11(), WhereItIs.class))
                .singleElement()
                .satisfies(test -> assertThatThrownBy(test.getExecutable()::execute)
                        .hasMessageContaining("Tomcat/11.")
                        .hasMessageContaining(", jakarta.servlet.Servlet, jakarta.servlet.error.message"));
    }

    @Test
    void tellsWhichTestFailed() throws Exception {
        List<DynamicTest> tests = run(OtherContainer.tomcat11(), OneOfTwoFails.class);

        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .containsExactly(
                        "OtherContainerTest$OneOfTwoFails > fails(int) > [1] 1",
                        "OtherContainerTest$OneOfTwoFails > fails(int) > [2] 2");
        assertThatCode(tests.get(0).getExecutable()::execute).doesNotThrowAnyException();
        assertThatThrownBy(tests.get(1).getExecutable()::execute)
                .hasMessageContaining("[2] 2")
                .hasRootCauseMessage("two");
    }

    @Test
    void aTestThatWasNotRunIsAFailure() throws Exception {
        assertThat(run(OtherContainer.tomcat11(), NotRun.class))
                .hasSize(2)
                .allSatisfy(test ->
                        assertThatThrownBy(test.getExecutable()::execute).hasMessageContaining("on purpose"));
        assertThatThrownBy(() -> run(OtherContainer.tomcat11(), Empty.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tests that were run");
    }

    private static List<DynamicTest> run(OtherContainer container, Class<?> tests) throws Exception {
        return container.run(tests.getName()).toList();
    }

    static class WhereItIs {
        @Test
        void tells() {
            throw new AssertionError(String.join(
                    ", ", ServerInfo.getServerInfo(), Servlet.class.getName(), RequestDispatcher.ERROR_MESSAGE));
        }
    }

    static class OneOfTwoFails {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void fails(int number) {
            if (number == 2) {
                throw new IllegalStateException("two");
            }
        }
    }

    static class NotRun {
        @Test
        @ExtendWith(OnPurpose.class)
        void disabled() {}

        @Test
        void aborted() {
            Assumptions.abort("on purpose");
        }
    }

    static class OnPurpose implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("on purpose");
        }
    }

    static class Empty {}
}

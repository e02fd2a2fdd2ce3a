package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProgramConditionTest {
    private static final String MISSING = "It is missing: apt-get install it";

    @Test
    void runsWhereTheProgramIs() {
        assertThat(ProgramCondition.decide(MISSING, true, "true").isDisabled()).isFalse();
    }

    @Test
    void skipsOnADesk() {
        assertThat(ProgramCondition.decide(MISSING, false, null).getReason()).hasValue(MISSING);
    }

    @Test
    void failsWhereNobodyWouldNotice() {
        assertThatThrownBy(() -> ProgramCondition.decide(MISSING, false, "true"))
                .hasMessage(MISSING);
    }
}

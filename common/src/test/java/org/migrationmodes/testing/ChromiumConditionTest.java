package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChromiumConditionTest {
    @Test
    void runsWhereThereIsABrowser() {
        assertThat(ChromiumCondition.decide(true, "true").isDisabled()).isFalse();
    }

    @Test
    void skipsOnADesk() {
        assertThat(ChromiumCondition.decide(false, null).getReason())
                .hasValue("Chromium is missing: apt-get install chromium chromium-driver");
    }

    @Test
    void failsWhereNobodyWouldNotice() {
        assertThatThrownBy(() -> ChromiumCondition.decide(false, "true")).hasMessageContaining("Chromium is missing");
    }
}

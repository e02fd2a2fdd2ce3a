package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

class AdminSettingsTest {
    private final AdminSettings settings = new AdminSettings();

    private void configure(String json) throws InvalidDocument {
        settings.prepare(Section.parse(json)).run();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"admin\": \"secret-secret-secret\" }", "{ \"admin\": { \"token\": 1234567890 } }",
                "{ \"admin\": { \"token\": \"secret\" } }", "{ \"admin\": { \"token\": \"secret secret secret\" } }",
                "{ \"admin\": { \"token\": \"secret-sécret-secret\" } }"
            })
    void aTokenThatCannotWorkIsAnErrorThatDoesNotShowIt(String json) {
        assertThatThrownBy(() -> configure(json))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageStartingWith("admin")
                .hasMessageNotContainingAny("secret", "sécret", "1234567890");
        assertThat(settings.hasToken()).isFalse();
    }

    @Test
    void aTokenCanBeChangedAndTakenAway() throws InvalidDocument {
        configure("{ \"admin\": { \"token\": \"first-first-first\" } }");
        assertThat(settings.isToken("first-first-first")).isTrue();
        configure("{ \"admin\": { \"token\": \"other-other-other\" } }");
        assertThat(settings.isToken("first-first-first")).isFalse();
        configure("{}");
        assertThat(settings.hasToken()).isFalse();
        assertThat(settings.isToken("")).isFalse();
    }
}

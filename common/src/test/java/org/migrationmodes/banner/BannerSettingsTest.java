package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

class BannerSettingsTest {
    private final BannerSettings settings = new BannerSettings();

    private void configure(String json) throws InvalidDocument {
        settings.prepare(Section.parse(json)).run();
    }

    @Test
    void theSearchCanBeChangedAndTakenAway() throws InvalidDocument {
        assertThat(settings.search()).isEqualTo(65_536);
        configure("{ \"banner\": { \"search\": 4096 } }");
        assertThat(settings.search()).isEqualTo(4096);
        configure("{ \"banner\": { \"search\": 1048576 } }");
        assertThat(settings.search()).isEqualTo(1_048_576);
        configure("{ \"banner\": {} }");
        assertThat(settings.search()).isEqualTo(65_536);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"banner\": 65536 }", "{ \"banner\": { \"search\": 4095 } }",
                "{ \"banner\": { \"search\": 1048577 } }", "{ \"banner\": { \"search\": \"64 KiB\" } }",
                "{ \"banner\": { \"search\": -1 } }", "{ \"banner\": { \"search\": 4294971392 } }"
            })
    void whatCannotBeMeantChangesNothing(String json) throws InvalidDocument {
        configure("{ \"banner\": { \"search\": 5000 } }");
        assertThatThrownBy(() -> configure(json))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageStartingWith("banner");
        assertThat(settings.search()).isEqualTo(5000);
    }
}

package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {
    @ParameterizedTest
    @CsvSource({
        "en, ltr",
        "ar, rtl",
        "AR-EG, rtl",
        "ar-Latn, ltr",
        "he, rtl",
        "fa-IR, rtl",
        "ur, rtl",
        "yi, rtl",
        "zh-Hant, ltr",
        "az-Arab, rtl",
        "az, ltr",
        "uz-Arab-AF, rtl",
        "pa-PK, ltr",
        "und, auto",
        "arn, ltr"
    })
    void followsTheScript(String language, String direction) {
        assertThat(Direction.of(language)).isEqualTo(direction);
    }
}

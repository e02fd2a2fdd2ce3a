package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hosts' parent loader is the test's: what is on its path would hide that the packaged jar lacks it. */
class ClassPathIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.migrationmodes.flag.Mode",
                "okhttp3.OkHttpClient",
                "okio.Buffer",
                "kotlin.Unit",
                "tools.jackson.core.JsonParser",
                "com.github.benmanes.caffeine.cache.Caffeine"
            })
    void hasNothingOfThePlugin(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}

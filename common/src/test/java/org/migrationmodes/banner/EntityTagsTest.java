package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private static final String MARK = EntityTags.mark("<div>banner</div>".getBytes(US_ASCII));
    private static final String OTHER = EntityTags.mark("<div>another</div>".getBytes(US_ASCII));

    @Test
    void eachBannerHasItsMark() {
        assertThat(MARK).matches("~banner-[0-9a-f]{16}").isNotEqualTo(OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "\"v1\", \"v1MARK\"",
        "W/\"v1\", W/\"v1MARK\"",
        "\"\", \"MARK\"",
        "' \"v 1\"', ",
        "v1, ",
        "'\"a\", \"b\"', ",
        "*, "
    })
    void aTagIsAsStrongAsTheHostsOwn(String own, String derived) {
        assertThat(EntityTags.derive(own, MARK)).isEqualTo(derived == null ? null : derived.replace("MARK", MARK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", "W/\"v1\"", "\"a,b\"", "\"\"", "\"W/\"", "\"*\"", "\"\\\""})
    void aDerivedTagIsTranslatedBack(String own) {
        String derived = String.valueOf(EntityTags.derive(own, MARK));
        assertThat(EntityTags.own(List.of(derived), MARK)).containsExactly(own);
        assertThat(EntityTags.own(List.of(derived), OTHER)).isEmpty();
        assertThat(EntityTags.own(List.of(own), MARK)).isEmpty();
    }

    @Test
    void whatOthersAddedToATagStays() {
        assertThat(EntityTags.own(
                        List.of("W/\"v1" + MARK + "\",\"v1" + MARK + "--gzip\"  ,, \"v1" + MARK + "-gzip\""), MARK))
                .containsExactly("W/\"v1\"", "\"v1--gzip\"", "\"v1-gzip\"");
    }

    /** Two plugins in one web application, which by chance say the same. */
    @Test
    void oneMarkIsCutAtATime() {
        assertThat(EntityTags.own(List.of("\"v1" + MARK + MARK + "\""), MARK)).containsExactly("\"v1" + MARK + "\"");
    }

    @Test
    void ofAListOnlyWhatHasTheBannerIsLeft() {
        assertThat(EntityTags.own(
                        List.of("\"old\", \"a" + MARK + "\", \"b" + OTHER + "\"", "W/\"c" + MARK + "\""), MARK))
                .containsExactly("\"a\"", "W/\"c\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1MARK", "\"v1MARK", "x\"v1MARK\"", "\"a\" x \"v1MARK\"", "w/\"v1MARK\"", "MARK\"\""})
    void whatIsNoListOfTagsNamesNone(String line) {
        assertThat(EntityTags.own(List.of(line.replace("MARK", MARK)), MARK)).isEmpty();
    }

    @Test
    void onlyAStarAloneIsAny() {
        assertThat(EntityTags.isAny(List.of(" * "))).isTrue();
        assertThat(EntityTags.isAny(List.of("\"*\""))).isFalse();
        assertThat(EntityTags.isAny(List.of("*", "\"v1\""))).isFalse();
        assertThat(EntityTags.isAny(List.of())).isFalse();
    }
}

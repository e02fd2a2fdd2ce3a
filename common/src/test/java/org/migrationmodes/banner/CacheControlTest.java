package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheControlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // lifetimes are cut, and only cut
                "max-age=3600                               | max-age=60",
                "max-age=5                                  | max-age=5",
                "MAX-AGE=3600                               | MAX-AGE=60",
                "max-age = 3600 , public                    | max-age=60, public",
                "max-age=\"3600\"                           | max-age=60",
                "max-age=99999999999999999999999            | max-age=60",
                "max-age=3600, max-age=7                    | max-age=60, max-age=7",
                "public, s-maxage=600, max-age=0            | public, s-maxage=60, max-age=0",
                "max-age=3600+600, content=\"ESI/1.0\"      | max-age=60, content=\"ESI/1.0\"",
                // what makes no sense is stale
                "max-age                                    | max-age=0",
                "max-age=-1                                 | max-age=0",
                "max-age=1.5                                | max-age=0",
                "max-age=1h                                 | max-age=0",
                "max-age=\"                                 | no-store",
                "private=\"a, max-age=3600                  | no-store",
                // nothing goes on beyond
                "max-age=9, stale-while-revalidate=86400    | max-age=9",
                "max-age=9, Stale-If-Error=86400, immutable | max-age=9",
                "immutable                                  | no-cache",
                // what restricts stays
                "no-store                                   | no-store",
                "No-Cache                                   | No-Cache",
                "private, max-age=3600, must-revalidate     | private, max-age=60, must-revalidate",
                "private=\"a, max-age=3600\", max-age=99    | private=\"a, max-age=3600\", max-age=60",
                "ext=\"a\\\"b, no-store\", max-age=99       | ext=\"a\\\"b, no-store\", max-age=60",
                // where nothing says how long, nobody guesses
                "''                                         | no-cache",
                "private                                    | private, no-cache",
                "public                                     | public, no-cache",
                "no-cache=\"Set-Cookie\"                    | no-cache=\"Set-Cookie\", no-cache",
                "s-maxage=600                               | s-maxage=60, max-age=0",
            })
    void isCutToAMinute(String value, String cut) {
        assertThat(CacheControl.limited(List.of(value), 60, false)).isEqualTo(cut);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(CacheControl.limited(Arrays.asList("private", "max-age=3600"), 60, false))
                .isEqualTo("private, max-age=60");
    }

    @Test
    void anotherFieldMaySayHowLong() {
        assertThat(CacheControl.limited(List.of(), 60, true)).isEmpty();
        assertThat(CacheControl.limited(List.of("private"), 60, true)).isEqualTo("private");
    }

    @Test
    void aLongValueIsNoTrouble() {
        String argument = "x".repeat(100_000);
        assertThat(CacheControl.limited(List.of("a=\"" + argument + "\\\"\", max-age=99"), 60, false))
                .isEqualTo("a=\"" + argument + "\\\"\", max-age=60");
    }
}

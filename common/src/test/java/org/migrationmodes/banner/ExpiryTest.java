package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
    private static final Instant LAST = Instant.parse("2021-02-26T20:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 26 Feb 2021 21:00:00 GMT    | Fri, 26 Feb 2021 20:00:00 GMT",
                "Fri, 26 Feb 2021 19:00:00 GMT    | Fri, 26 Feb 2021 19:00:00 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT    | Fri, 26 Feb 2021 20:00:00 GMT",
                "Friday, 26-Feb-21 19:00:00 GMT   | Fri, 26 Feb 2021 19:00:00 GMT",
                "Friday, 26-Feb-21 21:00:00 GMT   | Fri, 26 Feb 2021 20:00:00 GMT",
                "Fri Feb 26 21:00:00 2021         | Fri, 26 Feb 2021 20:00:00 GMT",
                "Sat Feb  6 19:00:00 2021         | Sat, 06 Feb 2021 19:00:00 GMT",
                "0                                | 0",
                "-1                               | 0",
                "''                               | 0",
                "3600                             | 0",
                "Fri, 26-Feb-2038 21:00:00 GMT    | 0",
                "Fri, 26 Feb 2021 21:00:00 +0000  | 0",
                "Mon, 26 Feb 2021 19:00:00 GMT    | 0",
                "2021-02-26T19:00:00Z             | 0",
            })
    void isCut(String value, String cut) {
        assertThat(Expiry.limited(List.of(value), LAST)).isEqualTo(cut);
    }

    @Test
    void theEarliestOfSeveralCounts() {
        String early = "Fri, 26 Feb 2021 19:00:00 GMT";
        String late = "Fri, 26 Feb 2021 21:00:00 GMT";
        assertThat(Expiry.limited(List.of(late, early), LAST)).isEqualTo(early);
        assertThat(Expiry.limited(List.of(early, late, "soon"), LAST)).isEqualTo("0");
    }
}

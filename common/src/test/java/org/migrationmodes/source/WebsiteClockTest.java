package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** What time it is at the website: what its clock said, and for how long a cache has kept that. */
@Timeout(60)
class WebsiteClockTest {
    private static final Instant NOON = Instant.parse("2021-02-26T12:00:00Z");
    private static final String DATE = "Date: Fri, 26 Feb 2021 12:00:00 GMT\r\n";

    private final FlagServer website = new FlagServer();
    private final List<Instant> dated = new ArrayList<>();

    @AfterEach
    void close() {
        website.close();
    }

    private List<Instant> dated(String status, String headers) {
        website.script(request -> FlagAnswer.of(status, headers, "{}"));
        return dated();
    }

    private List<Instant> dated() {
        RemoteSettings settings = new RemoteSettings(
                URI.create(website.url()), Duration.ofSeconds(15), false, TlsSettings.NONE, PublicKeys.NONE);
        try (HttpSource source = new HttpSource(settings, new ManualTimer(Server.START), Dns.SYSTEM, dated::add)) {
            source.poll(new Validator("\"a\"", null), Duration.ofSeconds(10));
        }
        return dated;
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "304 Not Modified"})
    void isHandedOver(String status) {
        assertThat(dated(status, DATE)).containsExactly(NOON);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "86400, 86400"})
    void isOlderInACache(String age, long seconds) {
        assertThat(dated("200 OK", DATE + "Age: " + age + "\r\n")).containsExactly(NOON.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Date: \r\n",
                "Date: now\r\n",
                "Date: 2021-02-26T12:00:00Z\r\n",
                "Date: Fri, 30 Feb 2021 12:00:00 GMT\r\n",
                DATE + "Age: -1\r\n",
                DATE + "Age: a while\r\n",
                DATE + "Age: 99999999999999999999\r\n"
            })
    void isNotKnownWhereWhatIsSaidIsOdd(String headers) {
        assertThat(dated("200 OK", headers)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "503 Service Unavailable", "302 Found", "206 Partial Content"})
    void isNotTakenFromAnswersOfWhoeverStandsInBetween(String status) {
        assertThat(dated(status, DATE)).isEmpty();
    }

    @Test
    void isThatOfWhereARedirectEnds() {
        try (FlagServer other = new FlagServer()) {
            other.script(request -> FlagAnswer.of("200 OK", DATE, "{}"));
            website.fail("302 Found", "Location: " + other.url() + "\r\nDate: Fri, 26 Feb 2021 13:00:00 GMT\r\n");

            assertThat(dated()).containsExactly(NOON);
        }
    }
}

package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

@Timeout(60)
class RetryAfterTest {
    private final FlagServer website = new FlagServer();

    @AfterEach
    void close() {
        website.close();
    }

    private Duration pause(String status, String headers) {
        website.script(request -> FlagAnswer.of(status, headers, "{}"));
        RemoteSettings settings = new RemoteSettings(
                URI.create(website.url()), Duration.ofSeconds(15), false, TlsSettings.NONE, PublicKeys.NONE);
        try (HttpSource source = new HttpSource(settings, new ManualTimer(Server.START), Dns.SYSTEM, there -> {})) {
            return source.poll(null, Duration.ofSeconds(10)).pause();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "00120 | 120",
                "600 | 600",
                "601 | 600",
                "999999999 | 600",
                "Fri, 26 Feb 2021 12:02:00 GMT | 120",
                "Sat, 27 Feb 2021 12:02:00 GMT | 600",
                "Fri, 26 Feb 2021 11:02:00 GMT | 0",
                "9999999999 | 0",
                "-5 | 0",
                "1.5 | 0",
                "soon | 0",
            })
    void isSecondsOrATimeAndTenMinutesAtMost(String said, long seconds) {
        assertThat(pause("503 Service Unavailable", "Retry-After: " + said + "\r\n"))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Too Many Requests", "500 Internal Server Error", "404 Not Found"})
    void isHeardWithAnyFailure(String status) {
        assertThat(pause(status, "Retry-After: 120\r\n")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void meansNothingBesideAnAnswer() {
        assertThat(pause("200 OK", "Retry-After: 120\r\n")).isZero();
    }

    @Test
    void aTimeIsHeldAgainstTheWebsitesOwnClock() {
        assertThat(pause(
                        "503 Service Unavailable",
                        "Date: Mon, 01 Jan 2001 00:00:00 GMT\r\nRetry-After: Mon, 01 Jan 2001 00:01:30 GMT\r\n"))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aServerWaitsThatLongAndNotLonger(@TempDir Path folder) {
        try (Server server = new Server(folder)) {
            website.fail("503 Service Unavailable", "Retry-After: 86400\r\n");
            server.write("{\"remote\": \"" + website.url() + "\"}").start().second();
            int asked = website.requests().size();
            website.serve("{\"services\": {\"wiki\": \"closed\"}}");

            server.timer.advance(Duration.ofSeconds(590));
            assertThat(website.requests()).hasSize(asked);
            server.timer.advance(Duration.ofSeconds(10));
            assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        }
    }
}

package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationmodes.testing.FlagServer;

/** What the log tells of a night: each change of mode with its source and reason, each transition of a source once. */
class EventsTest extends WithServer {
    private List<String> newLines() {
        List<String> lines = server.log.all().stream()
                .map(line -> line.replace(website.url(), "URL").replace(server.file.toString(), "FILE"))
                .toList();
        server.log.all().clear();
        return lines;
    }

    private static String flag(int epoch, String service) {
        return "{\"epoch\": " + epoch + ", \"announcement\": \"https://example.org/\", \"services\": {\"wiki\": "
                + service + "}}";
    }

    @Test
    void aNightInTheLog() {
        website.serve(flag(1, "\"announced\""));
        server.write("{\"remote\": \"" + website.url() + "\"}").start();
        assertThat(newLines())
                .containsExactly(
                        "INFO FILE is valid",
                        "INFO Follows URL",
                        "INFO URL is valid",
                        "INFO wiki: from normal to announced; source: URL, epoch 1; why: it says so",
                        "INFO wiki: starts in mode announced; configuration file: FILE");

        website.serve(flag(2, "{\"schedule\": [{\"at\": \"2021-02-26T12:10:00Z\", \"mode\": \"read-only\"}]}"));
        server.timer.advance(Duration.ofSeconds(30));
        website.fail("502 Bad Gateway", "");
        server.timer.advance(Duration.ofMinutes(15));
        assertThat(newLines())
                .containsExactly(
                        "INFO wiki: from announced to normal; source: URL, epoch 2; why: it says so",
                        "WARNING URL: answered 502 (it has a fault of its own); the last good document stays in force",
                        "INFO wiki: from normal to read-only; source: URL, epoch 2; why: its schedule, from"
                                + " 2021-02-26T12:10:00Z on");

        website.serve(flag(2, "{\"schedule\": [{\"at\": \"2021-02-26T12:10:00Z\", \"mode\": \"read-only\"}]}"));
        server.timer.advance(Duration.ofMinutes(15));
        server.write("{\"mode\": \"closed\", \"announcement\": \"https://example.org/\"}")
                .second();
        assertThat(newLines())
                .containsExactly(
                        "INFO URL is valid again",
                        "INFO Follows nobody any more, but the configuration file",
                        "INFO wiki: from read-only to closed; source: FILE; why: it says so");
        assertThat(server.client().status().remote().state()).isEqualTo(SourceStatus.State.OFF);
    }

    @Test
    void aSourceOfWhichNothingIsKnownYetSaysSo() {
        website.serve(flag(1, "\"announced\""));
        server.write("{\"remote\": \"" + website.url() + "\"}").start();
        assertThat(server.client().status().remote().state()).isEqualTo(SourceStatus.State.VALID);
        assertThat(server.client().status().remote().epoch()).isEqualTo(1);

        try (FlagServer other = new FlagServer()) {
            server.write("{\"remote\": \"" + other.url() + "\"}");
            server.timer.advance(Duration.ofMillis(45));
            SourceStatus status = server.client().status().remote();
            assertThat(status.origin()).isEqualTo(other.url());
            assertThat(status.epoch()).as("that of another address").isNull();
            server.second();
            assertThat(server.client().status().remote().state()).isEqualTo(SourceStatus.State.INTERRUPTED);
        }
    }
}

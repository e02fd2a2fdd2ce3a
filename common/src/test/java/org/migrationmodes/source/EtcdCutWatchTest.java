package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagAnswer;

/** Endpoints that confirm every watch and then cut it. */
class EtcdCutWatchTest extends WithServer {
    private final ManualTimer remote = new ManualTimer(Server.START);
    private final AtomicLong epoch = new AtomicLong(5);

    @AfterEach
    void nothingEscapedThere() {
        assertThat(remote.dropped()).isEmpty();
    }

    /** Each watch brings another flag, and lives for a while after that. */
    private void follow(int endpoints, Duration lives) {
        website.script(request -> {
            boolean watch = request.startsWith("POST /v3/watch ");
            long epoch = watch ? this.epoch.incrementAndGet() : this.epoch.get();
            String flag = EtcdScene.CLOSED.replace("5", Long.toString(epoch));
            String kept = "{\"value\": \"" + ByteString.encodeUtf8(flag).base64() + "\"}";
            return FlagAnswer.of(
                    "200 OK",
                    "",
                    watch
                            ? "{\"result\": {\"created\": true, \"events\": [{\"kv\": " + kept + "}]}}\n"
                            : "{\"header\": {\"revision\": \"5\"}, \"kvs\": [" + kept + "]}");
        });
        server.listener = flag -> remote.advance(lives);
        String url = website.url().replace("/flag.json", "");
        server.write(
                "{\"etcd\": {\"endpoints\": [\"" + url + "\"" + (", \"" + url + "\"").repeat(endpoints - 1) + "]}}");
        ManualTimer still = new ManualTimer(Server.START);
        server.start(new Timers(server.timer, remote, still, server.timer, still));
        remote.advance(Duration.ofMinutes(2));
    }

    private long watches() {
        return website.requests().stream()
                .filter(request -> request.startsWith("POST /v3/watch "))
                .count();
    }

    @Test
    void atOnceAreAskedLaterAndLaterAndWarnedOfOnce() {
        follow(3, Duration.ZERO);

        assertThat(watches()).as("10 to 14 rounds").isBetween(27L, 48L);
        assertThat(server.log.lines())
                .singleElement()
                .asString()
                .endsWith("; without a watch, a change holds within a minute and not at once");
        assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        assertThat(server.client().status().remote().state()).isEqualTo(SourceStatus.State.VALID);
    }

    @Test
    void afterAWhileAreAskedAgainAtOnceAndAreNothingToTalkAbout() {
        follow(3, Duration.ofSeconds(4));

        assertThat(watches()).isGreaterThanOrEqualTo(30);
        assertThat(server.log.lines()).isEmpty();
    }
}

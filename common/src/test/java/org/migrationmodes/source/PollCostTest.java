package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** A look at a website that has nothing new costs a host next to nothing. */
@Timeout(60)
class PollCostTest {
    // Of which OkHttp needs 14.5 kB: no connection is kept, so that a change of DNS is followed.
    private static final long MOST_BYTES = 18_000;
    private static final int WARM_UP = 300;
    private static final int POLLS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void nothingNewAllocatesLittleMoreThanTheConnectionItself() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Validator validator = new Validator("\"a\"", "Fri, 26 Feb 2021 11:00:00 GMT");
        ManualTimer timer = new ManualTimer(Server.START);
        try (FlagServer website = new FlagServer()) {
            website.fail("304 Not Modified", "Date: Fri, 26 Feb 2021 12:00:00 GMT\r\nAge: 5\r\nETag: \"a\"\r\n");
            RemoteSettings settings = new RemoteSettings(
                    URI.create(website.url()), Duration.ofSeconds(15), false, TlsSettings.NONE, PublicKeys.NONE);
            try (HttpSource source = new HttpSource(settings, timer, Dns.SYSTEM, there -> {})) {
                for (int i = 0; i < WARM_UP; i++) {
                    assertThat(source.poll(validator, PATIENCE).reading()).isEqualTo(new Reading.Confirmed());
                }
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < POLLS; i++) {
                    source.poll(validator, PATIENCE);
                }
                long each = (threads.getCurrentThreadAllocatedBytes() - before) / POLLS;

                assertThat(each).isBetween(1L, MOST_BYTES);
            }
        }
    }
}

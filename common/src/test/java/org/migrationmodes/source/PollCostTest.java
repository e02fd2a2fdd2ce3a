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
    // A connection of its own would be another 5 kB, and over TLS a hundred.
    private static final long MOST_BYTES = 10_000;
    private static final int WARM_UP = 300;
    private static final int POLLS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void nothingNewAllocatesNoMoreThanTenKilobytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Validator validator = new Validator("\"a\"", "Fri, 26 Feb 2021 11:00:00 GMT");
        ManualTimer timer = new ManualTimer(Server.START);
        try (FlagServer website = new FlagServer()) {
            KeepAlive served = new KeepAlive(KeepAlive.NOT_MODIFIED);
            website.handle(served);
            RemoteSettings settings = new RemoteSettings(
                    URI.create(website.url()), Duration.ofSeconds(15), false, TlsSettings.NONE, PublicKeys.NONE);
            try (HttpSource source = new HttpSource(settings, timer, Dns.SYSTEM, there -> {})) {
                for (int i = 0; i < WARM_UP; i++) {
                    assertThat(source.poll(validator, PATIENCE).reading()).isEqualTo(new Reading.Confirmed());
                }
                long before = allocated(threads);
                for (int i = 0; i < POLLS; i++) {
                    source.poll(validator, PATIENCE);
                }
                long each = (allocated(threads) - before) / POLLS;

                assertThat(each).isBetween(1L, MOST_BYTES);
                assertThat(served.connections).hasValue(1);
                assertThat(served.answers).hasValue(WARM_UP + POLLS);
            }
        }
    }

    /** By this thread and by those that look after its connections. */
    private static long allocated(ThreadMXBean threads) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.equals(Thread.currentThread())
                        || thread.getName().startsWith("migration-modes"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId()))
                .sum();
    }
}

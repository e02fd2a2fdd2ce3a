package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** Looks at a website that follow each other share a connection, and none of them fails because of that. */
@Timeout(60)
class KeptConnectionTest {
    private static final Validator KNOWN = new Validator("\"a\"", null);
    private static final Reading CONFIRMED = new Reading.Confirmed();

    private final FlagServer website = new FlagServer();
    private final KeepAlive served = new KeepAlive(KeepAlive.NOT_MODIFIED);
    private final Timer timer = new SystemTimer("kept-connection-test");

    @AfterEach
    void close() {
        website.close();
        timer.close();
    }

    private HttpSource source(String url, Duration interval) {
        return new HttpSource(
                new RemoteSettings(URI.create(url), interval, true, TlsSettings.NONE, PublicKeys.NONE),
                timer,
                Dns.SYSTEM,
                there -> {});
    }

    private HttpSource source() {
        return source(website.url(), Duration.ofSeconds(15));
    }

    private static Reading look(HttpSource source) {
        return source.poll(KNOWN, Duration.ofSeconds(3)).reading();
    }

    @Test
    void oneConnectionServesManyLooks() {
        website.handle(served);
        try (HttpSource source = source()) {
            for (int i = 0; i < 10; i++) {
                assertThat(look(source)).isEqualTo(CONFIRMED);
            }
        }
        assertThat(served.connections).hasValue(1);
        assertThat(served.answers).hasValue(10);
    }

    @Test
    void aLookForTheWholeFlagTakesANewOneAndLeavesItToTheNext() {
        KeepAlive flags = new KeepAlive("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        website.handle(flags);
        try (HttpSource source = source()) {
            assertThat(look(source)).isInstanceOf(Reading.Changed.class);
            assertThat(look(source)).isInstanceOf(Reading.Changed.class);
            assertThat(flags.connections).hasValue(1);

            source.poll(null, Duration.ofSeconds(3));
            assertThat(flags.connections).hasValue(2);
            await().until(() -> flags.open.get() == 1);
            assertThat(look(source)).isInstanceOf(Reading.Changed.class);
            assertThat(flags.connections).hasValue(2);
        }
    }

    @Test
    void aConnectionThatFallsSilentIsGivenUpWhileThereIsTimeForANewOne() {
        KeepAlive dying = new KeepAlive(KeepAlive.NOT_MODIFIED, 1);
        website.handle(dying);
        try (HttpSource source = source()) {
            assertThat(look(source)).isEqualTo(CONFIRMED);
            assertThat(look(source)).isEqualTo(CONFIRMED);
        }
        assertThat(dying.connections).hasValue(2);
    }

    /** Such as an Apache, which waits for five seconds. */
    @Test
    void aWebsiteThatEndsItsConnectionsEarlyIsBelievedAndNotTriedWithThemAgain() {
        AtomicInteger wasted = new AtomicInteger();
        website.handle((request, connection) -> {
            connection.getOutputStream().write(KeepAlive.NOT_MODIFIED.getBytes(StandardCharsets.US_ASCII));
            if (KeepAlive.isAsked(connection.getInputStream())) {
                wasted.incrementAndGet();
            }
        });
        try (HttpSource source = source()) {
            for (int i = 0; i < 10; i++) {
                assertThat(look(source)).isEqualTo(CONFIRMED);
            }
        }
        assertThat(wasted).hasValue(1);
    }

    @Test
    void whatAnswersInNoUsefulWayIsAskedOverANewOne() {
        KeepAlive failing = new KeepAlive("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        website.handle(failing);
        try (HttpSource source = source()) {
            look(source);
            look(source);
        }
        assertThat(failing.connections).hasValue(2);
    }

    @Test
    void nothingIsKeptFromOneMinuteToTheNext() {
        website.handle(served);
        try (HttpSource source = source(website.url(), Duration.ofSeconds(61))) {
            look(source);
            await().until(() -> served.open.get() == 0);
        }
    }

    @Test
    void behindAProxyEachLookGoesANewWaySinceTheProxyAloneKnowsWhereItLeads() {
        website.handle(served);
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Always(website.port()));
        try (HttpSource source = source("http://localhost/flag.json", Duration.ofSeconds(15))) {
            assertThat(look(source)).isEqualTo(CONFIRMED);
            assertThat(look(source)).isEqualTo(CONFIRMED);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(served.connections).hasValue(2);
    }

    private static final class Always extends ProxySelector {
        private final Proxy proxy;

        Always(int port) {
            proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The look says so.
        }
    }

    @Test
    void anEndLeavesNeitherConnectionNorThread() {
        website.handle(served);
        try (HttpSource source = source()) {
            look(source);
            assertThat(served.open).hasValue(1);
        }

        await().until(() -> served.open.get() == 0);
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().matches("(migration-modes|OkHttp|Okio).*")));
    }
}

package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** A website's name may get another address at any time: that is what a migration is. */
@Timeout(60)
class HostNameTest {
    /** Whoever knows nothing gets a connection of his own in any case. */
    private static final Validator KNOWN = new Validator("\"known\"", null);

    private static final String TTL = "networkaddress.cache.ttl";

    private final FlagServer before = new FlagServer("127.0.0.1", 0);
    private final FlagServer after = new FlagServer("127.0.0.2", before.port());
    private final @Nullable String ttl = Security.getProperty(TTL);
    private volatile List<String> addresses = List.of("127.0.0.1");

    @AfterEach
    void close() {
        before.close();
        after.close();
        Security.setProperty(TTL, ttl == null ? "30" : ttl);
    }

    private List<InetAddress> lookup(String host) throws UnknownHostException {
        if (!host.equals("www.example.org")) {
            throw new UnknownHostException(host);
        }
        InetAddress[] found = new InetAddress[addresses.size()];
        Arrays.setAll(found, i -> address(addresses.get(i)));
        return List.of(found);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getAllByName(text)[0];
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpSource source() {
        URI url = URI.create("http://www.example.org:" + before.port() + "/flag.json");
        return new HttpSource(
                new RemoteSettings(url, Duration.ofSeconds(15), true, TlsSettings.NONE, PublicKeys.NONE),
                new ManualTimer(Server.START),
                this::lookup,
                there -> {});
    }

    private static String asked(HttpSource source) {
        return source.poll(KNOWN, Duration.ofSeconds(10)).reading().toString();
    }

    @Test
    void aNewAddressIsAskedAtTheNextLookThoughTheOldOneWouldGoOnTalking() {
        before.handle(new KeepAlive("HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n{\"from\": \"before\"}"));
        after.serve("{\"from\": \"after\"}");
        try (HttpSource source = source()) {
            assertThat(asked(source)).contains("before");
            addresses = List.of("127.0.0.2");
            assertThat(asked(source)).contains("after");
            addresses = List.of("127.0.0.1");
            assertThat(asked(source)).contains("before");
        }
    }

    @Test
    void aDeadAddressBesideALivingOneStopsNothing() {
        after.serve("{\"from\": \"after\"}");
        before.close();
        addresses = List.of("127.0.0.1", "127.0.0.3", "127.0.0.2");
        try (HttpSource source = source()) {
            assertThat(asked(source)).contains("after");
            assertThat(asked(source)).contains("after");
        }
    }

    @Test
    void whereAllAreDeadThatIsSaid() {
        before.close();
        addresses = List.of("127.0.0.1", "127.0.0.3");
        try (HttpSource source = source()) {
            assertThat(asked(source)).contains("no connection: Connection refused");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, www.example.org, true",
        "' -1 ', localhost, true",
        "0, www.example.org, false",
        "30, www.example.org, false",
        "forever, www.example.org, false",
        "-1, 192.0.2.1, false",
        "-1, [2001:db8::1], false"
    })
    void aJvmThatKeepsAddressesForEverIsWarnedOf(String seconds, String host, boolean warned) {
        Security.setProperty(TTL, seconds);

        assertThat(NameCache.warning(host) != null).isEqualTo(warned);
    }

    @Test
    void theWarningIsLoggedOnceWhenFollowingBegins(@TempDir Path folder) {
        Security.setProperty(TTL, "-1");
        try (Server server = new Server(folder)) {
            before.serve("{\"services\": {\"wiki\": \"normal\"}}");
            String url = before.url().replace("127.0.0.1", "localhost");
            server.write("{\"remote\": \"" + url + "\"}").start();
            server.timer.advance(Duration.ofMinutes(5));

            assertThat(server.log.lines())
                    .containsExactly(
                            url + ": this JVM keeps the address of localhost for ever (" + TTL + " is -1), so a"
                                    + " change of DNS is not seen before a restart; say " + TTL
                                    + "=30 in the java.security of this JVM");
        }
    }
}

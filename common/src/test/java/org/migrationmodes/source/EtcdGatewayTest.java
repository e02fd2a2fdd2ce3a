package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.NeedsEtcd;

/** Single calls to a real etcd. */
@NeedsEtcd
@Timeout(60)
class EtcdGatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Etcd etcd;
    private static URI endpoint;

    private final SystemTimer alarms = new SystemTimer("gateway-test");

    @BeforeAll
    static void startEtcd() {
        etcd = Etcd.start();
        endpoint = URI.create(etcd.url());
    }

    @AfterAll
    static void stopEtcd() {
        etcd.close();
    }

    private EtcdGateway gateway(@Nullable String user) {
        EtcdSettings settings = new EtcdSettings(
                List.of(endpoint), "/gateway/", user, user == null ? null : "hush", TlsSettings.NONE, PublicKeys.NONE);
        return new EtcdGateway(settings, alarms, there -> {});
    }

    private void watch(EtcdGateway gateway, String key, long from) throws EtcdFailure {
        gateway.watch(endpoint, key, from, PATIENCE, PATIENCE, () -> {}, value -> {});
    }

    @Test
    void aKeyIsReadWithTheRevisionThatItsWatchGoesOnFrom() throws EtcdFailure {
        try (EtcdGateway gateway = gateway(null)) {
            EtcdGateway.Kept none = gateway.range(endpoint, "/a", PATIENCE);
            etcd.put("/a", "Ω");
            EtcdGateway.Kept some = gateway.range(endpoint, "/a", PATIENCE);

            assertThat(none.value()).isNull();
            assertThat(some).isEqualTo(new EtcdGateway.Kept(none.revision() + 1, ByteString.encodeUtf8("Ω")));
        }
    }

    @Test
    void ofChangesThatComeTogetherTheNewestCounts() throws EtcdFailure {
        try (EtcdGateway gateway = gateway(null)) {
            etcd.put("/f", "1");
            long first = gateway.range(endpoint, "/f", PATIENCE).revision();
            etcd.put("/f", "2");
            etcd.delete("/f");
            etcd.put("/f", "3");
            List<String> heard = new ArrayList<>();
            gateway.watch(endpoint, "/f", first, PATIENCE, PATIENCE, () -> {}, value -> {
                heard.add(value == null ? "deleted" : value.utf8());
                gateway.renew();
            });

            assertThat(heard).containsExactly("3");
        }
    }

    @Test
    void aWatchOfWhatWasCompactedFails() throws EtcdFailure {
        try (EtcdGateway gateway = gateway(null)) {
            etcd.put("/b", "1");
            etcd.put("/b", "2");
            etcd.ctl(
                    "compact",
                    Long.toString(gateway.range(endpoint, "/b", PATIENCE).revision()));

            assertThatThrownBy(() -> watch(gateway, "/b", 1))
                    .isInstanceOf(EtcdFailure.class)
                    .hasMessage(endpoint + ": ends the watch, since what it asks for was compacted meanwhile");
        }
    }

    @RepeatedTest(30)
    void aWatchEndsWhenItIsRenewedAndFailsWhenItIsClosed() throws EtcdFailure {
        try (EtcdGateway gateway = gateway(null)) {
            long now = gateway.range(endpoint, "/c", PATIENCE).revision();
            gateway.watch(
                    endpoint,
                    "/c",
                    now,
                    PATIENCE,
                    PATIENCE,
                    () -> alarms.after(Duration.ZERO, gateway::renew),
                    value -> {});

            assertThatThrownBy(() -> gateway.watch(
                            endpoint,
                            "/c",
                            now,
                            PATIENCE,
                            PATIENCE,
                            () -> alarms.after(Duration.ZERO, gateway::close),
                            value -> {}))
                    .hasMessage(endpoint + ": closed");
            assertThatThrownBy(() -> gateway.range(endpoint, "/c", PATIENCE)).hasMessage(endpoint + ": closed");
        }
    }

    @Test
    void aLeaseThatEndedIsNotKeptAlive() throws EtcdFailure {
        try (EtcdGateway gateway = gateway(null)) {
            long lease = gateway.grant(endpoint, Duration.ofSeconds(15), PATIENCE);
            gateway.put(endpoint, "/d", "value", lease, PATIENCE);
            assertThat(gateway.keepAlive(endpoint, lease, PATIENCE)).isTrue();
            assertThat(gateway.has(endpoint, "/d", PATIENCE)).isTrue();
            gateway.revoke(endpoint, lease, PATIENCE);

            assertThat(gateway.has(endpoint, "/d", PATIENCE)).isFalse();
            assertThat(gateway.keepAlive(endpoint, lease, PATIENCE)).isFalse();
            assertThatThrownBy(() -> gateway.put(endpoint, "/d", "value", lease, PATIENCE))
                    .isInstanceOfSatisfying(
                            EtcdFailure.class,
                            e -> assertThat(e.says("requested lease not found")).isTrue());
        }
    }

    @Test
    void aTokenThatIsNoLongerGoodCostsNothingButAnotherTry() throws EtcdFailure {
        try (EtcdGateway gateway = gateway("root")) {
            gateway.range(endpoint, "/e", PATIENCE);
            etcd.ctl("user", "add", "root:hush");
            etcd.ctl("user", "grant-role", "root", "root");
            etcd.ctl("auth", "enable");
            gateway.range(endpoint, "/e", PATIENCE);
            etcd.ctl("--user", "root:hush", "user", "add", "other:hush");
            gateway.range(endpoint, "/e", PATIENCE);
            etcd.kill();
            etcd.restart();
            gateway.range(endpoint, "/e", PATIENCE);
            try (EtcdGateway stranger = gateway(null)) {
                assertThatThrownBy(() -> stranger.range(endpoint, "/e", PATIENCE))
                        .hasMessage(endpoint + ": etcdserver: user name is empty; it asks for a user and password");
                assertThatThrownBy(() -> watch(stranger, "/e", 1))
                        .hasMessage(endpoint + ": etcdserver: user name is empty; it asks for a user and password");
            }
            etcd.ctl("--user", "root:hush", "auth", "disable");
            gateway.range(endpoint, "/e", PATIENCE);
        }
    }
}

package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** How versions of etcd say the same that are not at hand: 3.4 and 3.5 leave out what is empty, 3.6 has other errors. */
@Timeout(60)
class EtcdDialectsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEPT =
            "{\"header\": {\"revision\": \"7\"}, \"kvs\": [{\"value\": \"\"}], \"more\": false}";

    private final FlagServer server = new FlagServer();
    private final URI endpoint = URI.create(server.url().replace("/flag.json", ""));
    private final EtcdGateway gateway = new EtcdGateway(
            new EtcdSettings(List.of(endpoint), "/x/", "user", "hush", TlsSettings.NONE, PublicKeys.NONE),
            new ManualTimer(Server.START),
            there -> {});

    @AfterEach
    void close() {
        gateway.close();
        server.close();
    }

    private static byte[] ok(String body) {
        return FlagAnswer.of("200 OK", "", body);
    }

    private static String path(String request) {
        return request.split(" ", 3)[1];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"etcdserver: authentication is not enabled\", \"code\": 9, \"message\": \"etcdserver: authentication is not enabled\"}",
                "{\"code\": 9, \"message\": \"etcdserver: authentication is not enabled\"}",
            })
    void aUserThatNobodyAsksForIsNoTrouble(String refusal) throws EtcdFailure {
        server.script(request ->
                path(request).endsWith("/authenticate") ? FlagAnswer.of("400 Bad Request", "", refusal) : ok(KEPT));

        assertThat(gateway.range(endpoint, "/x/flag", PATIENCE).revision()).isEqualTo(7);
        assertThat(server.requests()).noneMatch(request -> request.contains("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"etcdserver: invalid auth token\", \"code\": 16, \"message\": \"etcdserver: invalid auth token\"}",
                "{\"code\": 16, \"message\": \"etcdserver: invalid auth token\", \"details\": []}",
            })
    void aTokenThatIsRefusedIsAskedForAnew(String refusal) throws EtcdFailure {
        AtomicInteger logins = new AtomicInteger();
        AtomicReference<String> good = new AtomicReference<>("token-1");
        server.script(request -> {
            if (path(request).endsWith("/authenticate")) {
                return ok("{\"token\": \"token-" + logins.incrementAndGet() + "\"}");
            }
            return request.contains("Authorization: " + good.get())
                    ? ok(KEPT)
                    : FlagAnswer.of("401 Unauthorized", "", refusal);
        });
        gateway.range(endpoint, "/x/flag", PATIENCE);
        good.set("token-2");

        assertThat(gateway.range(endpoint, "/x/flag", PATIENCE).revision()).isEqualTo(7);
        good.set("none");
        assertThatThrownBy(() -> gateway.range(endpoint, "/x/flag", PATIENCE))
                .hasMessage(endpoint + ": etcdserver: invalid auth token");
        assertThat(logins).as("one more try, and not for ever").hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": {\"grpc_code\": 14, \"http_code\": 503, \"message\": \"etcdserver: no leader\", \"http_status\": \"Service Unavailable\"}}",
                "{\"error\": {\"code\": 14, \"message\": \"etcdserver: no leader\", \"details\": []}}",
                "{\"result\": {\"canceled\": true, \"cancel_reason\": \"etcdserver: no leader\"}}",
            })
    void aWatchMayEndInSeveralWays(String end) {
        String created =
                "{\"result\": {\"created\": true, \"canceled\": false, \"cancel_reason\": \"\", \"events\": []}}\n";
        server.script(request ->
                path(request).endsWith("/authenticate") ? ok("{\"token\": \"t\"}") : ok(created + end + "\n"));
        List<String> heard = new ArrayList<>();

        assertThatThrownBy(() -> gateway.watch(
                        endpoint,
                        "/x/flag",
                        7,
                        PATIENCE,
                        PATIENCE,
                        () -> heard.add("confirmed"),
                        value -> heard.add("changed")))
                .hasMessage(endpoint + ": etcdserver: no leader");
        assertThat(heard).containsExactly("confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kvs\": [], \"more\": false, \"count\": \"0\"}"})
    void aKeyThatIsNotThereMayBeAnEmptyListOrNone(String answer) throws EtcdFailure {
        server.script(request -> path(request).endsWith("/authenticate") ? ok("{\"token\": \"t\"}") : ok(answer));

        assertThat(gateway.has(endpoint, "/x/flag", PATIENCE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"header\": {\"revision\": 7}}",
                "{\"header\": {\"revision\": \"seven\"}}",
                "{\"header\": []}",
                "{\"header\": {}, \"kvs\": {}}",
                "{\"header\": {}, \"kvs\": [5]}",
                "{\"header\": {}, \"kvs\": [{\"value\": \"*\"}]}",
                "[]",
                "",
                "{\"error\": 5}",
                "{\"error\": {}}",
            })
    void whatNoEtcdSaysIsNoAnswer(String answer) {
        server.script(request -> path(request).endsWith("/authenticate") ? ok("{\"token\": \"t\"}") : ok(answer));

        assertThatThrownBy(() -> gateway.range(endpoint, "/x/flag", PATIENCE))
                .isInstanceOf(EtcdFailure.class)
                .hasMessageStartingWith(endpoint + ": does not answer as etcd does: ");
    }

    @Test
    void aWatchThatEndsIsAFailure() {
        server.script(request -> ok(path(request).endsWith("/authenticate") ? "{\"token\": \"t\"}" : ""));

        assertThatThrownBy(() -> gateway.watch(endpoint, "/x/flag", 7, PATIENCE, PATIENCE, () -> {}, value -> {}))
                .hasMessage(endpoint + ": the connection was cut off before the answer was whole");
    }
}

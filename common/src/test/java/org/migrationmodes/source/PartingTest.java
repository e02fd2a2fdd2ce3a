package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** Whatever a website answers, no thread outlives the source: it would keep the class loader of a stopped application. */
@Timeout(60)
class PartingTest {
    private static final String LONG = " ".repeat(300_000);

    private final FlagServer website = new FlagServer();

    @AfterEach
    void close() {
        website.close();
    }

    static List<String> answers() {
        return Stream.of(
                        "200 OK",
                        "404 Not Found",
                        "302 Found\r\nLocation: /other",
                        "304 Not Modified",
                        "408 Slow",
                        "503 No\r\nRetry-After: 0",
                        "503 No\r\nRetry-After: 00",
                        "401 No\r\nWWW-Authenticate: Basic",
                        "407 No",
                        "421 No",
                        "101 Switching Protocols\r\nConnection: Upgrade")
                .flatMap(status -> Stream.of(
                        "HTTP/1.1 " + status + "\r\nContent-Length: 300000\r\n\r\n" + LONG,
                        "HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n493E0\r\n" + LONG
                                + "\r\n0\r\n\r\n",
                        "HTTP/1.1 " + status + "\r\n\r\n" + LONG))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNotReadToItsEndLeavesNoThread(String answer) {
        website.script(request -> answer.getBytes(StandardCharsets.UTF_8));
        RemoteSettings settings = new RemoteSettings(
                URI.create(website.url()), Duration.ofSeconds(15), false, TlsSettings.NONE, PublicKeys.NONE);
        try (HttpSource source = new HttpSource(settings, new ManualTimer(Server.START), Dns.SYSTEM, there -> {})) {
            source.poll(null, Duration.ofSeconds(10));
        }

        assertThat(website.requests()).isNotEmpty();
        assertNoThread();
    }

    /** OkHttp then closes the body itself. */
    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNotWantedAnyMoreWhenItComesLeavesNoThread(String answer) throws IOException {
        website.script(request -> answer.getBytes(StandardCharsets.UTF_8));
        try (OwnConnections connections = new OwnConnections(TlsSettings.NONE, List.of(), Dns.SYSTEM, Duration.ZERO)) {
            OkHttpClient client = connections
                    .client()
                    .newBuilder()
                    .addInterceptor(chain -> {
                        Response response = chain.proceed(chain.request());
                        chain.call().cancel();
                        return response;
                    })
                    .build();
            Call call = client.newCall(new Request.Builder().url(website.url()).build());

            assertThatThrownBy(call::execute).isInstanceOf(IOException.class);
        }
        assertNoThread();
    }

    private static void assertNoThread() {
        Awaitility.await()
                .atMost(2, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(threads()).noneMatch(name -> name.matches("(migration-modes|OkHttp|Okio).*")));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}

package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawConnection;
import org.migrationmodes.testing.RawRequest;

/** Which requests pass a frozen gate, whatever their spelling. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Judging {
    private static final String ROUTES = """
            { "routes": [ { "path": ["/Edit.jsp", "/wiki/Edit"], "verdict": "write" },
                          { "path": "/vote", "methods": "GET", "verdict": "write" },
                          { "path": "/search/**", "methods": "POST", "verdict": "read" } ],
              "always": ["/health"] }
            """;

    private final ConcurrentLinkedQueue<String> reached = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    private GateHost host;

    abstract GateHost.Server server();

    @BeforeAll
    void start() {
        host = new GateHost(server(), Mode.READ_ONLY, ROUTES);
        host.serve((request, response) -> {
            reached.add(request.getMethod() + " " + JudgedRequest.path(request));
            response.getOutputStream().print("host");
        });
    }

    @AfterAll
    void stop() {
        host.close();
    }

    private boolean reaches(RawRequest request) {
        reached.clear();
        RawAnswer answer = host.http().send(request);
        assertThat(answer.status()).isIn(200, 400, 404, 405, 501, 503);
        return !reached.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Edit.jsp",
                "/%45dit.jsp",
                "/Edit%2Ejsp",
                "/Edit.jsp;foo=bar",
                "/Edit.jsp;",
                "/x/../Edit.jsp",
                "/./Edit.jsp",
                "//Edit.jsp",
                "/x/..;/Edit.jsp",
                "/wiki/..;/Edit.jsp",
                "/wiki/%2e%2e/Edit.jsp",
                "/x/%2E%2e/Edit.jsp",
                "/;a=b/Edit.jsp",
                "/.;x/Edit.jsp",
                "/%2FEdit.jsp",
                "/x/..%2FEdit.jsp",
                "/x%2f../Edit.jsp",
                "/x\\..\\Edit.jsp",
                "/%5cEdit.jsp",
                "/wiki/Edit",
                "/wiki//Edit",
                "/wiki/./Edit",
                "/wiki/x/../Edit",
                "/wiki/;x/Edit",
                "/wiki/Edit;x",
                "/wiki/%45dit",
                "/Edit.jsp%00",
                "/Edit.jsp%20",
                "/Edit.jsp%3Bx",
                "/%u0045dit.jsp",
                "/Edit%252Ejsp",
                "/.migration/../Edit.jsp",
                "/.migration/%2e%2e/Edit.jsp",
                "/.migration/..;/Edit.jsp",
                "/.migration;/../Edit.jsp",
                "/health/../Edit.jsp",
                "/health;/../Edit.jsp"
            })
    void noSpellingReachesAWrite(String path) {
        reaches(RawRequest.get("/app" + path));

        assertThat(reached).noneMatch(seen -> seen.endsWith(" /Edit.jsp") || seen.endsWith(" /wiki/Edit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void safeMethodsRead(String method) {
        assertThat(reaches(RawRequest.of(method, "/app/page"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "get",
                "Get",
                "head",
                "options",
                "PROPFIND",
                "PROPPATCH",
                "MKCOL",
                "COPY",
                "MOVE",
                "LOCK",
                "UNLOCK",
                "REPORT",
                "LINK",
                "QUERY",
                "FOO",
                "GETX",
                "X-GET",
                "CONNECT"
            })
    void allOthersWrite(String method) {
        assertThat(reaches(RawRequest.of(method, "/app/page"))).isFalse();
    }

    @Test
    void whatWritesByGetWritesByHead() {
        assertThat(reaches(RawRequest.get("/app/vote"))).isFalse();
        assertThat(reaches(RawRequest.head("/app/vote"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "WebSocket", "h2c, websocket", "websocket/13", "\twebsocket "})
    void aWebSocketIsAWrite(String upgrade) {
        RawRequest request =
                RawRequest.get("/app/page").header("Connection", "Upgrade").header("Upgrade", upgrade);

        assertThat(reaches(request)).isFalse();
        assertThat(reaches(RawRequest.get("/app/page")
                        .header("Connection", "Upgrade")
                        .header("Upgrade", "x-other")
                        .header("Upgrade", upgrade)))
                .isFalse();
    }

    @Test
    void methodsCannotBeOverridden() {
        for (String header : List.of("X-HTTP-Method-Override", "x-http-method", "X-METHOD-Override")) {
            assertThat(reaches(RawRequest.get("/app/page").header(header, "delete")))
                    .isFalse();
            assertThat(reaches(RawRequest.get("/app/page").header(header, "GET").header(header, "PUT")))
                    .isFalse();
            assertThat(reaches(RawRequest.get("/app/page").header(header, "GET, PUT")))
                    .isFalse();
            assertThat(reaches(RawRequest.get("/app/page").header(header, "HEAD")))
                    .isTrue();
            assertThat(reaches(RawRequest.of("PUT", "/app/page").header(header, "GET")))
                    .isFalse();
            assertThat(reaches(RawRequest.post("/app/search").header(header, "PUT")))
                    .isFalse();
        }
        assertThat(reaches(RawRequest.get("/app/page?_method=DELETE"))).isFalse();
        assertThat(reaches(RawRequest.get("/app/page?%5Fmethod=put"))).isFalse();
        assertThat(reaches(RawRequest.get("/app/page?_method=GET&_method=put"))).isFalse();
        assertThat(reaches(RawRequest.get("/app/page?_method=get"))).isTrue();
        assertThat(reaches(RawRequest.of("PUT", "/app/page?_method=get"))).isFalse();
    }

    @Test
    void aMethodInTheBodyOfAReadMakesItAWrite() {
        String form = "application/x-www-form-urlencoded";

        assertThat(reaches(RawRequest.post("/app/search").body(form, "q=1&_method=PUT".getBytes(US_ASCII))))
                .isFalse();
        assertThat(reaches(RawRequest.post("/app/search").body("multipart/form-data; boundary=x", new byte[0])))
                .isFalse();
        assertThat(reaches(RawRequest.post("/app/search").body(form, "q=1".getBytes(US_ASCII))))
                .isTrue();
        assertThat(reaches(RawRequest.post("/app/search").body("application/json", "{}".getBytes(US_ASCII))))
                .isTrue();
    }

    @Test
    void aPatternOfATreeIsAboutItsRootToo() {
        assertThat(reaches(RawRequest.post("/app/search"))).isTrue();
        assertThat(reaches(RawRequest.post("/app/search/"))).isTrue();
        assertThat(reaches(RawRequest.post("/app/search/deep/er"))).isTrue();
        assertThat(reaches(RawRequest.post("/app/searches"))).isFalse();
    }

    @Test
    void eachPipelinedRequestIsJudged() {
        String read = "GET /app/page HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String write = "GET /app/Edit.jsp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        try (RawConnection connection = host.http().open()) {
            connection.send(read + read + write);

            assertThat(connection.answer("GET").status()).isEqualTo(200);
            assertThat(connection.answer("GET").status()).isEqualTo(200);
            assertThat(connection.answer("GET").status()).isEqualTo(503);
        }
    }

    @Test
    void alwaysPassesInEveryModeAndNothingElseInClosed() {
        for (Mode mode : Mode.values()) {
            host.mode(mode);
            assertThat(reaches(RawRequest.post("/app/health"))).as("%s", mode).isTrue();
            assertThat(reaches(RawRequest.get("/app/page"))).as("%s", mode).isEqualTo(mode != Mode.CLOSED);
            assertThat(reaches(RawRequest.get("/app/healthy"))).isEqualTo(mode != Mode.CLOSED);
        }
        host.mode(Mode.READ_ONLY);
    }

    @Test
    void ownPathsAreAnsweredInEveryModeAndNeverByTheHost() {
        for (Mode mode : Mode.values()) {
            host.mode(mode);
            assertThat(host.http().get("/app/.migration/status.json").text()).isEqualTo("own status.json");
            assertThat(host.http().get("/app/.migration/").text()).isEqualTo("own ");
            assertThat(reaches(RawRequest.get("/app/.migration"))).isEqualTo(mode != Mode.CLOSED);
            assertThat(reaches(RawRequest.get("/app/.migrations/x"))).isEqualTo(mode != Mode.CLOSED);
        }
        host.mode(Mode.READ_ONLY);
        assertThat(reaches(RawRequest.post("/app/.migration/status.json"))).isFalse();
    }

    @Test
    void aFailingBodyNeverPasses() {
        try (RawConnection upload = host.http().open()) {
            upload.sendHead(RawRequest.of("POST", "/app/search")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Transfer-Encoding", "chunked"))
                    .send("zz\r\n");
            reached.clear();

            assertThat(upload.answer("POST").status()).isGreaterThanOrEqualTo(400);
            assertThat(reached).isEmpty();
        }
    }
}

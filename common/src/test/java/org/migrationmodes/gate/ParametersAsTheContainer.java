package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/**
 * Whatever lets the container see the decisive parameter, a frozen gate refuses. Each request is sent twice, through an
 * open gate to learn what the host sees, and through a frozen one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ParametersAsTheContainer {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DECISIVE = """
            { "routes": [ { "path": "/edit", "parameters": { "ok": true }, "verdict": "write" },
                          { "path": "/edit", "verdict": "read" } ] }
            """;

    @SuppressWarnings("NullAway.Init")
    private GateHost host;

    abstract GateHost.Server server();

    @BeforeAll
    void start() {
        host = new GateHost(server(), Mode.NORMAL, DECISIVE);
        host.serve((request, response) -> {
            String seen;
            try {
                seen = request.getParameterMap().containsKey("ok") ? "WRITES" : "reads";
            } catch (RuntimeException e) {
                seen = "reads nothing, since " + e;
            }
            response.getOutputStream().write(seen.getBytes(UTF_8));
        });
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @AfterEach
    void open() {
        host.mode(Mode.NORMAL);
    }

    static List<String> spellings() {
        return List.of(
                "ok=Save",
                "ok",
                "ok=",
                "&ok",
                "&&ok=1&&",
                "%6Fk=Save",
                "%6fk",
                "o%6B=1",
                "x=1&ok=1",
                "x&ok",
                "x=1;ok=1",
                ";ok=1",
                "ok;x=1",
                "+ok=1",
                "ok+=1",
                "%20ok=1",
                "ok%20",
                "ok%00=1",
                "%00ok=1",
                "%C1%AFk=1",
                "%E0%81%AFk=1",
                "%u006Fk=1",
                "%u6Fk=1",
                "x=%&ok=1",
                "%&ok=1",
                "x=%zz&ok=1",
                "%zz=1&ok=1",
                "x=%4&ok=1",
                "x=1%&ok=2",
                "amp;ok=1",
                "x=1&amp;ok=1",
                "x=1&amp;amp;ok=1",
                "=&ok=1",
                "==ok=1",
                "ok==1",
                "?ok=1",
                "#ok=1",
                "ok[]=1",
                "ok.x=1",
                "OK=1",
                "\nok=1",
                "ok\r\n=1",
                "x=\u0000&ok=1",
                "x=1\n&ok=1",
                "%0Aok=1",
                "%EF%BB%BFok=1",
                "x=%FF&ok=1",
                "%FF&ok=1",
                "ok%3D1",
                "x%26ok=1",
                "x=1%26ok=1",
                "%96%92=1",
                "%00%6F%00%6B=1",
                "o%1B(Bk=1",
                "o%1B%28Bk=1",
                "o%0Ek=1");
    }

    static List<String> contentTypes() {
        return List.of(
                FORM,
                FORM.toUpperCase(java.util.Locale.ROOT),
                FORM + ";charset=UTF-8",
                FORM + "; charset=\"utf-8\"",
                FORM + ";charset=ISO-8859-1",
                FORM + ";charset=IBM037",
                FORM + ";charset=UTF-16",
                FORM + ";charset=utf-16be",
                FORM + ";charset=ISO-2022-JP",
                FORM + ";charset=x-no-such",
                FORM + ";charset=",
                FORM + ";CHARSET='IBM037'",
                FORM + ";x=y;charset=IBM037",
                FORM + " ;charset=UTF-8",
                " " + FORM,
                FORM + ";",
                FORM + " ",
                FORM + ",text/plain",
                FORM + " text/plain",
                "text/plain," + FORM,
                "text/plain;" + FORM,
                FORM + "\t",
                FORM + ";boundary=x",
                "x-www-form-urlencoded",
                "application/*",
                "text/plain",
                "application/json",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "\"" + FORM + "\"");
    }

    static List<RawRequest> queries() {
        return spellings().stream()
                .filter(query -> query.chars().allMatch(c -> c > ' '))
                .map(query -> RawRequest.get("/app/edit?" + query))
                .toList();
    }

    static List<RawRequest> bodies() {
        List<RawRequest> bodies = new ArrayList<>();
        for (String method : List.of("POST", "GET", "HEAD", "PUT", "PATCH", "OPTIONS")) {
            spellings()
                    .forEach(body ->
                            bodies.add(RawRequest.of(method, "/app/edit").body(FORM, body.getBytes(ISO_8859_1))));
        }
        return bodies;
    }

    static List<RawRequest> types() {
        List<RawRequest> requests = new ArrayList<>();
        for (String type : contentTypes()) {
            for (String body : List.of(
                    "ok=1",
                    "%96%92=1",
                    "%96%92%7E%F1",
                    "%00%6F%00%6B%00%3D",
                    "o%1B%28Bk=1",
                    "\u0000o\u0000k",
                    "\u0096\u0092")) {
                requests.add(RawRequest.of("POST", "/app/edit").body(type, body.getBytes(ISO_8859_1)));
            }
        }
        requests.add(twice(FORM, "text/plain"));
        requests.add(twice("text/plain", FORM));
        requests.add(twice("multipart/form-data", FORM));
        requests.add(RawRequest.of("POST", "/app/edit")
                .header("Content-Type", FORM)
                .header("Transfer-Encoding", "chunked")
                .body("2\r\nok\r\n3\r\n=42\r\n0\r\n\r\n".getBytes(ISO_8859_1)));
        requests.add(RawRequest.of("POST", "/app/edit").body("ok=1".getBytes(ISO_8859_1)));
        return requests;
    }

    private static RawRequest twice(String first, String second) {
        return RawRequest.of("POST", "/app/edit")
                .header("Content-Type", first)
                .header("Content-Type", second)
                .body("ok=1".getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource({"queries", "bodies", "types"})
    void whatTheHostWouldSeeIsRefused(RawRequest request) {
        RawAnswer open = host.http().send(request.method().equals("HEAD") ? asGet(request) : request);
        host.mode(Mode.READ_ONLY);

        RawAnswer frozen = host.http().send(request);

        if (open.text().equals("WRITES")) {
            assertThat(frozen.status()).as("%s", open).isEqualTo(503);
        } else {
            assertThat(frozen.text()).doesNotContain("WRITES");
        }
    }

    // an answer to HEAD says nothing
    private static RawRequest asGet(RawRequest request) {
        return RawRequest.of("GET", request.target()).body(FORM, request.body());
    }
}

package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.RawRequest;

/** Which methods pass a frozen gate, wherever they are written. */
abstract class JudgedMethods extends FrozenHost {
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
        assertThat(reaches(
                        RawRequest.get("/app/page").header("X-HTTP-Method", "").header("X-HTTP-Method", "PUT")))
                .as("the first of them is empty")
                .isFalse();
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
}

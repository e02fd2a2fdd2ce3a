package org.migrationmodes.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawHttpTest {
    private ServerSocket server;
    private RawHttp http;
    private CompletableFuture<String> received = new CompletableFuture<>();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        http = new RawHttp(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void sendsTheTargetAsItIs() {
        answerOnce("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        http.send(RawRequest.get("/x/../%45dit.jsp;a=b?c=d e").header("Host", "wiki.example"));

        assertThat(received.join())
                .startsWith("GET /x/../%45dit.jsp;a=b?c=d e HTTP/1.1\r\n")
                .contains("\r\nHost: wiki.example\r\n")
                .doesNotContain("localhost");
    }

    @Test
    void keepsTheOrderAndAllValuesOfHeaders() {
        answerOnce("HTTP/1.1 200 Fine\r\nVary: a\r\nX: 1\r\nvary: b\r\nContent-Length: 2\r\n\r\nokay");

        RawAnswer answer = http.get("/");

        assertThat(answer.reason()).isEqualTo("Fine");
        assertThat(answer.all("VARY")).containsExactly("a", "b");
        assertThat(answer.headers()).extracting(RawAnswer.Header::name).startsWith("Vary", "X", "vary");
        assertThat(answer.text()).isEqualTo("ok");
    }

    @Test
    void showsChunksAsTheyAreAndTheBodyWithoutThem() {
        String chunks = "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n";
        answerOnce("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        RawAnswer answer = http.get("/");

        assertThat(answer.text()).isEqualTo("abcde");
        assertThat(new String(answer.wire(), US_ASCII)).isEqualTo(chunks);
    }

    @Test
    void waitsForNoBodyWhereNoneCanCome() {
        answerOnce("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");

        assertThat(http.send(RawRequest.head("/")).body()).isEmpty();
    }

    @Test
    void readsToTheEndWhereNoLengthIsGiven() {
        answerOnce("HTTP/1.0 200 OK\r\n\r\nall of it");

        assertThat(http.get("/").text()).isEqualTo("all of it");
    }

    @Test
    void passesOverInterimAnswers() {
        answerOnce("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");

        assertThat(http.get("/").status()).isEqualTo(204);
    }

    @Test
    void saysWhereABodyBroke() {
        answerOnce("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");

        assertThatThrownBy(() -> http.get("/page"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("GET /page", "after 3 of 5 bytes");
    }

    /** Reads one request without a body, answers it and hangs up. */
    private void answerOnce(String answer) {
        received = CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                StringBuilder request = new StringBuilder();
                while (request.indexOf("\r\n\r\n") < 0) {
                    request.append((char) socket.getInputStream().read());
                }
                socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                return request.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

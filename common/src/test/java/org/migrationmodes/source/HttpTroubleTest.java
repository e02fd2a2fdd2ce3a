package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot easily be brought about on one machine; the rest is in the table of faults. */
class HttpTroubleTest {
    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException("Connect timed out"), "no connection: nobody answers there"),
                Arguments.of(
                        new ConnectException("Failed to connect to /192.0.2.1:443")
                                .initCause(new NoRouteToHostException("No route to host")),
                        "no connection: No route to host"),
                Arguments.of(
                        new SocketException("Connection reset"),
                        "the connection was cut off before the answer was whole"),
                Arguments.of(
                        new SSLHandshakeException("Remote host terminated the handshake").initCause(new EOFException()),
                        "TLS: the connection was cut off before the answer was whole"),
                Arguments.of(
                        beside(
                                new SocketException("Broken pipe"),
                                new SocketException("Connection reset"),
                                new SSLHandshakeException("Received fatal alert: bad_certificate")),
                        "TLS: Received fatal alert: bad_certificate"),
                Arguments.of(
                        beside(
                                new SSLException("Broken pipe", new SocketException("Broken pipe")),
                                new SSLException("Received fatal alert: certificate_required")),
                        "TLS: Received fatal alert: certificate_required"),
                Arguments.of(
                        beside(
                                new SSLException("Broken pipe", new SocketException("Broken pipe")),
                                new SSLException("Connection reset", new SocketException("Connection reset"))),
                        "TLS: the connection was cut off before the answer was whole"),
                Arguments.of(
                        new SSLException("Unexpected error")
                                .initCause(new IllegalStateException("the trustAnchors parameter must be non-empty")),
                        "TLS: the trustAnchors parameter must be non-empty"),
                Arguments.of(
                        new SSLPeerUnverifiedException("Hostname x not verified (no certificates)"),
                        "TLS: its certificate is not for example.org but for []"),
                Arguments.of(
                        new ProtocolException("Too many\r\n\u001b[31mheaders\u202e"),
                        "no proper HTTP: Too many [31mheaders"),
                Arguments.of(new IOException("closed: okhttp3.Thing@1a2b3c4d"), "closed: okhttp3.Thing"),
                Arguments.of(new IOException((String) null), "IOException"),
                Arguments.of(new IOException("x".repeat(300)), "x".repeat(200) + "…"),
                Arguments.of(new Explained("as it stands"), "as it stands"));
    }

    private static IOException beside(IOException thrown, IOException... beside) {
        List.of(beside).forEach(thrown::addSuppressed);
        return thrown;
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isSaidInOneLineThatStaysTheSame(IOException failure, String reason) {
        assertThat(HttpTrouble.of(failure, "example.org")).isEqualTo(reason);
    }

    @Test
    void aCauseThatGoesRoundInACircleEnds() {
        IOException one = new IOException("one");
        one.initCause(new IOException("two", one));

        assertThat(HttpTrouble.of(one, "example.org")).isIn("one", "two");
    }

    @Test
    void aUrlIsShownWithoutWhatMayBeSecret() {
        assertThat(HttpTrouble.shown(HttpUrl.get("https://me:hush@example.org/a?hush=hush#hush")))
                .isEqualTo("https://example.org/a");
    }
}

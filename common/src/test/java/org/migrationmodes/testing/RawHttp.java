package org.migrationmodes.testing;

import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * An HTTP/1.1 client that sends and shows bytes as they are: no redirects, no decoding of targets, no cookies (see
 * {@link CookieJar}). Talks to the loopback address only; one connection an exchange. Thread-safe.
 */
public final class RawHttp {
    /** Long, since the first page of a wiki compiles for a while on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final int port;
    private final Duration timeout;

    public RawHttp(int port) {
        this(port, TIMEOUT);
    }

    public RawHttp(int port, Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    public int port() {
        return port;
    }

    /** Sends one request and reads its answer; failures are {@link UncheckedIOException}s. */
    public RawAnswer send(RawRequest request) {
        try (RawConnection connection = open()) {
            return connection.send(request).answer(request.method());
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(request + ": " + e.getMessage(), e.getCause());
        }
    }

    /** Sends exactly these bytes, which should say {@code Connection: close}. */
    public RawAnswer send(byte[] bytes) {
        try (RawConnection connection = open()) {
            return connection.send(bytes).answer("GET");
        }
    }

    public RawAnswer get(String target) {
        return send(RawRequest.get(target));
    }

    public RawAnswer post(String target, Form form) {
        return send(RawRequest.of("POST", target).form(form));
    }

    /** A connection in the caller's hands, to be closed by the caller. */
    public RawConnection open() {
        return new RawConnection(port, timeout);
    }

    /**
     * Begins an upload that stays open until {@link RawConnection#finish}.
     *
     * @param request its body is not sent, but its length is told, unless there is a header that tells it
     */
    public RawConnection beginUpload(RawRequest request, byte[] firstPiece) {
        return open().sendHead(request).send(firstPiece);
    }
}

package org.migrationmodes.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection, for what one exchange is too coarse for: a slow upload, several requests in a row, a client that goes
 * away. Not thread-safe. Everything throws {@link UncheckedIOException}.
 */
public final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final AnswerReader answers;
    private final String host;

    RawConnection(int port, Duration timeout) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            socket.setTcpNoDelay(true);
            answers = new AnswerReader(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException("No connection to loopback port " + port, e);
        }
        host = "localhost:" + port;
    }

    public RawConnection send(RawRequest request) {
        return send(request.bytes(host));
    }

    /** Sends the headers only: the body follows by {@link #send(byte[])}. */
    public RawConnection sendHead(RawRequest request) {
        return send(request.headBytes(host));
    }

    public RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawConnection send(String ascii) {
        return send(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Waits for the next answer.
     *
     * @param method of the request that it answers: an answer to HEAD has no body
     */
    public RawAnswer answer(String method) {
        try {
            return answers.read(method);
        } catch (IOException e) {
            throw new UncheckedIOException("Waiting for the answer to a " + method + " request: " + e.getMessage(), e);
        }
    }

    /** Waits for the answer to the last piece of an upload. */
    public RawAnswer finish(byte[] lastPiece) {
        return send(lastPiece).answer("POST");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.migrationmodes.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.migrationmodes.testing.FlagServer;

/** Answers over and over on one connection, for as long as the client wants and the server says. */
final class KeepAlive implements FlagServer.Handler {
    static final String NOT_MODIFIED =
            "HTTP/1.1 304 Not Modified\r\nDate: Fri, 26 Feb 2021 12:00:00 GMT\r\nAge: 5\r\nETag: \"a\"\r\n\r\n";

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger answers = new AtomicInteger();
    private final byte[] answer;
    private final int most;

    /** @param most answers on a connection; then it falls silent */
    KeepAlive(String answer, int most) {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        this.most = most;
    }

    KeepAlive(String answer) {
        this(answer, Integer.MAX_VALUE);
    }

    @Override
    public void answer(String request, Socket connection) throws IOException {
        connections.incrementAndGet();
        open.incrementAndGet();
        try {
            int answered = 0;
            boolean asked = true;
            while (asked) {
                if (answered < most) {
                    // before the client can have it
                    answers.incrementAndGet();
                    connection.getOutputStream().write(answer);
                    answered++;
                }
                asked = isAsked(connection.getInputStream());
            }
        } finally {
            open.decrementAndGet();
        }
    }

    /** Waits for the end of another head; false if the client has gone. */
    static boolean isAsked(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                return true;
            }
            next = in.read();
        }
        return false;
    }
}

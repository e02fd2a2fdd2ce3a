package org.migrationmodes.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What a {@link FlagServer} answers, as it goes over the wire; after it the connection is closed. */
public final class FlagAnswer {
    private FlagAnswer() {}

    /**
     * A response.
     *
     * @param status code and reason
     * @param headers each with its line break
     * @param body of the response
     * @return its bytes
     */
    public static byte[] of(String status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return join(head(status, headers + "Content-Length: " + bytes.length + "\r\n"), bytes);
    }

    /**
     * A response that says that it is longer than it is.
     *
     * @param body what comes of it
     * @return its bytes
     */
    public static byte[] truncated(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return join(head("200 OK", "Content-Length: " + (bytes.length + 10) + "\r\n"), bytes);
    }

    /**
     * A small response that unpacks to a large one.
     *
     * @param body of the response
     * @return its bytes
     */
    public static byte[] gzipped(String body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return join(
                head("200 OK", "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n"),
                packed.toByteArray());
    }

    private static byte[] head(String status, String headers) {
        return ("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }
}

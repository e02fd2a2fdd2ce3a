package org.migrationmodes.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one answer after the other from a connection (RFC 9112, sections 4 to 7). */
final class AnswerReader {
    private final InputStream in;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Interim answers such as 100 (Continue) are passed over. */
    RawAnswer read(String method) throws IOException {
        while (true) {
            RawAnswer head = readHead();
            if (head.status() == 101 || head.status() >= 200) {
                return hasNoBody(method, head.status()) ? head : withBody(head);
            }
        }
    }

    private RawAnswer readHead() throws IOException {
        String statusLine = readLine();
        String[] parts = statusLine.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("This is no HTTP/1.x answer: " + statusLine);
        }
        List<RawAnswer.Header> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("This is no header: " + line);
            }
            headers.add(new RawAnswer.Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        String reason = parts.length == 3 ? parts[2] : "";
        return new RawAnswer(Integer.parseInt(parts[1]), reason, List.copyOf(headers), new byte[0], new byte[0]);
    }

    private static boolean hasNoBody(String method, int status) {
        return method.equals("HEAD") || status == 101 || status == 204 || status == 304;
    }

    private RawAnswer withBody(RawAnswer head) throws IOException {
        boolean chunked = head.header("Transfer-Encoding")
                .map(value -> value.equalsIgnoreCase("chunked"))
                .orElse(false);
        if (chunked) {
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            byte[] body = readChunks(wire);
            return new RawAnswer(head.status(), head.reason(), head.headers(), wire.toByteArray(), body);
        }
        byte[] body = head.header("Content-Length").isPresent()
                ? readExactly(Integer.parseInt(head.header("Content-Length").get()))
                : in.readAllBytes();
        return new RawAnswer(head.status(), head.reason(), head.headers(), body, body);
    }

    private byte[] readChunks(ByteArrayOutputStream wire) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            String line = readLine(wire);
            size = Integer.parseInt(line.replaceFirst(";.*", "").strip(), 16);
            if (size > 0) {
                byte[] chunk = readExactly(size);
                wire.writeBytes(chunk);
                body.writeBytes(chunk);
                readLine(wire);
            }
        } while (size > 0);
        while (!readLine(wire).isEmpty()) {
            // a trailer: on the wire, but no part of the body
        }
        return body.toByteArray();
    }

    private byte[] readExactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The connection was closed after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String readLine() throws IOException {
        return readLine(new ByteArrayOutputStream());
    }

    private String readLine(ByteArrayOutputStream wire) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        do {
            b = in.read();
            if (b < 0) {
                throw new EOFException("The connection was closed within a line: " + line);
            }
            line.write(b);
        } while (b != '\n');
        wire.writeBytes(line.toByteArray());
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}

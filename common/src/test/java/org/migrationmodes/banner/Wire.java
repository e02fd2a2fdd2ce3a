package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One connection, HTTP/1.1 if not told otherwise, so that wrong framing shows: what is left over spoils the next answer. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String version;

    Wire(int port) throws IOException {
        this(port, "HTTP/1.1");
    }

    Wire(int port, String version) throws IOException {
        this.version = version;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer as it came, its body a character a byte; {@code complete} is false where the connection ended before the body did. */
    record Answer(int status, List<String> headers, String text, boolean complete) {

        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        }

        /** All headers but those named, sorted. */
        List<String> headersWithout(String... names) {
            List<String> without = List.of(names);
            return headers.stream()
                    .filter(line -> without.stream()
                            .noneMatch(name ->
                                    line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")))
                    .sorted()
                    .toList();
        }

        byte[] body() {
            return text.getBytes(ISO_8859_1);
        }
    }

    Answer request(String method, String path, String... headers) throws IOException {
        send(method, path, headers);
        return receive(method);
    }

    void send(String method, String path, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " " + version + "\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    Answer receive(String method) throws IOException {
        int status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        List<String> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            fields.add(line);
        }
        Answer answer = new Answer(status, fields, "", true);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean complete = method.equals("HEAD") || status == 204 || status == 304 || body(answer, body, fields);
        return new Answer(status, fields, body.toString(ISO_8859_1), complete);
    }

    /** RFC 9112 section 6.3. Trailers are put under the headers. */
    private boolean body(Answer answer, ByteArrayOutputStream body, List<String> trailers) throws IOException {
        if (answer.header("Transfer-Encoding").isPresent()) {
            if (answer.header("Content-Length").isPresent()) {
                throw new IOException("Content-Length beside Transfer-Encoding");
            }
            return chunks(body, trailers);
        }
        Optional<String> length = answer.header("Content-Length");
        if (length.isPresent()) {
            return copy(Integer.parseInt(length.get()), body);
        }
        in.transferTo(body);
        return true;
    }

    private boolean chunks(ByteArrayOutputStream body, List<String> trailers) throws IOException {
        try {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                if (!copy(size, body)) {
                    return false;
                }
                line();
            }
            for (String line = line(); !line.isEmpty(); line = line()) {
                trailers.add("trailer " + line);
            }
            return true;
        } catch (EOFException cut) {
            return false;
        }
    }

    private boolean copy(int size, ByteArrayOutputStream body) throws IOException {
        byte[] bytes = in.readNBytes(size);
        body.write(bytes);
        return bytes.length == size;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("connection closed after '" + line.toString(ISO_8859_1) + "'");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package org.migrationmodes.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A website on the loopback interface that answers every request as it was told last. Thread-safe. */
public final class FlagServer implements AutoCloseable {
    /** Answers one request; when it returns, the connection is closed. */
    @FunctionalInterface
    public interface Script {
        /**
         * Answers.
         *
         * @param request the request's head
         * @return the whole response as it goes over the wire
         * @throws InterruptedException when the server is closed
         */
        byte[] answer(String request) throws InterruptedException;
    }

    /** Answers one request on its connection; when it returns, the connection is closed. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers.
         *
         * @param request the request's head
         * @param connection to write to
         * @throws IOException when the client has gone
         * @throws InterruptedException when the server is closed
         */
        void answer(String request, Socket connection) throws IOException, InterruptedException;
    }

    private static final char TLS_HANDSHAKE = 0x16;
    private static final int MOST_WAITING = 50;
    private static final long CLOSING_MILLIS = 5_000;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final InetAddress address;
    private ServerSocket listening;
    private Thread accepting;
    private volatile boolean encrypted;
    private volatile @Nullable SSLContext tls;
    private volatile boolean asksForCertificates;
    private volatile Handler handler;

    /** Starts on a free port. */
    public FlagServer() {
        this("127.0.0.1", 0);
    }

    /**
     * Starts on an address of this machine.
     *
     * @param address such as 127.0.0.1
     * @param port 0 for a free one
     */
    public FlagServer(String address, int port) {
        this.handler = (request, connection) -> connection.getOutputStream().write(response("404 Not Found", "", ""));
        try {
            this.address = InetAddress.getByName(address);
            this.listening = new ServerSocket(port, MOST_WAITING, this.address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.accepting = accept(listening);
    }

    /**
     * Speaks TLS from now on.
     *
     * @param context what it shows, and which clients it trusts
     * @param fromClients whether clients must show certificates
     * @return this
     */
    public FlagServer speakTls(SSLContext context, boolean fromClients) {
        encrypted = true;
        tls = context;
        asksForCertificates = fromClients;
        return this;
    }

    /** No TLS any more, at the address at which it was spoken. */
    public void speakPlainly() {
        tls = null;
    }

    /** Comes back where it was, after a {@link #close}. */
    public void reopen() {
        try {
            listening = new ServerSocket(port(), MOST_WAITING, address);
            accepting = accept(listening);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return listening.getLocalPort();
    }

    /**
     * Where it is.
     *
     * @return the URL of the flag
     */
    public String url() {
        return (encrypted ? "https://" : "http://") + address.getHostAddress() + ":" + port() + "/flag.json";
    }

    /**
     * The heads of the requests so far.
     *
     * @return a copy
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * Answers with this from now on.
     *
     * @param next how
     */
    public void script(Script next) {
        handle((request, connection) -> connection.getOutputStream().write(next.answer(request)));
    }

    /**
     * Deals with connections like this from now on.
     *
     * @param next how
     */
    public void handle(Handler next) {
        handler = next;
    }

    /**
     * Answers 200 without an entity tag.
     *
     * @param body of the response
     */
    public void serve(String body) {
        script(request -> response("200 OK", "", body));
    }

    /**
     * Answers 200 with an entity tag, and 304 to whoever names it.
     *
     * @param tag with its quotation marks
     * @param body of the response
     */
    public void serve(String tag, String body) {
        script(request -> request.contains("If-None-Match: " + tag)
                ? response("304 Not Modified", "ETag: " + tag + "\r\n", "")
                : response("200 OK", "ETag: " + tag + "\r\n", body));
    }

    /**
     * Answers with a status and no body.
     *
     * @param status code and reason
     * @param headers each with its line break
     */
    public void fail(String status, String headers) {
        script(request -> response(status, headers, ""));
    }

    /** Takes requests and never answers. */
    public void hang() {
        script(request -> {
            Thread.currentThread().join();
            return new byte[0];
        });
    }

    /**
     * A response.
     *
     * @param status code and reason
     * @param headers each with its line break
     * @param body of the response
     * @return its bytes
     */
    public static byte[] response(String status, String headers, String body) {
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

    private Thread accept(ServerSocket socket) {
        return run("flag-server", () -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    run("flag-server-connection", () -> answer(connection));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void answer(Socket plain) {
        try (Socket socket = secured(plain)) {
            String request = head(socket.getInputStream());
            // What is left unread would reset the connection, and the answer with it.
            socket.getInputStream().skipNBytes(bodyLength(request));
            requests.add(request);
            handler.answer(request, socket);
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // The client or the test has gone.
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLContext context = tls;
        if (context == null) {
            return plain;
        }
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        socket.setNeedClientAuth(asksForCertificates);
        return socket;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.charAt(0) == TLS_HANDSHAKE) {
                break;
            }
            if (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                break;
            }
            next = in.read();
        }
        return head.toString();
    }

    private static long bodyLength(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private Thread run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        try {
            listening.close();
            threads.forEach(Thread::interrupt);
            // As long as a thread is within accept, the system lets clients in.
            accepting.join(CLOSING_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
        this.handler =
                (request, connection) -> connection.getOutputStream().write(FlagAnswer.of("404 Not Found", "", ""));
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
        script(request -> FlagAnswer.of("200 OK", "", body));
    }

    /**
     * Answers 200 with an entity tag, and 304 to whoever names it.
     *
     * @param tag with its quotation marks
     * @param body of the response
     */
    public void serve(String tag, String body) {
        script(request -> request.contains("If-None-Match: " + tag)
                ? FlagAnswer.of("304 Not Modified", "ETag: " + tag + "\r\n", "")
                : FlagAnswer.of("200 OK", "ETag: " + tag + "\r\n", body));
    }

    /**
     * Answers with a status and no body.
     *
     * @param status code and reason
     * @param headers each with its line break
     */
    public void fail(String status, String headers) {
        script(request -> FlagAnswer.of(status, headers, ""));
    }

    /** Takes requests and never answers. */
    public void hang() {
        script(request -> {
            Thread.currentThread().join();
            return new byte[0];
        });
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
            String request = RequestHead.read(socket.getInputStream());
            // What is left unread would reset the connection, and the answer with it.
            socket.getInputStream().skipNBytes(RequestHead.bodyLength(request));
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

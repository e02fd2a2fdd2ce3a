package org.migrationmodes.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands between a client and a server, and may be at fault. Thread-safe. */
public final class TcpProxy implements AutoCloseable {
    /** What it does with bytes and connections. */
    private enum Way {
        FORWARDS,
        STALLS,
        RESETS
    }

    private final String scheme;
    private final ServerSocket listening;
    private volatile int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private Way way = Way.FORWARDS;

    /**
     * Starts on a free port.
     *
     * @param server what stands behind it, on this machine
     */
    public TcpProxy(String server) {
        scheme = URI.create(server).getScheme();
        target = URI.create(server).getPort();
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::listen);
    }

    /** Where clients ask in place of the server. */
    public String url() {
        return scheme + "://127.0.0.1:" + listening.getLocalPort();
    }

    /** Resets all connections, and leads those that come to another server of this machine. */
    public synchronized void lead(String server) {
        target = URI.create(server).getPort();
        sockets.forEach(TcpProxy::reset);
    }

    /** Lets everything through from now on, also what was held back. */
    public synchronized void forward() {
        way = Way.FORWARDS;
        notifyAll();
    }

    /** Takes what comes, and hands on nothing. */
    public synchronized void stall() {
        way = Way.STALLS;
    }

    /** Resets all connections, those that are open and those that come. */
    public synchronized void reset() {
        way = Way.RESETS;
        sockets.forEach(TcpProxy::reset);
    }

    /** How many clients have a connection at the moment. */
    public long connections() {
        return sockets.stream().filter(socket -> !socket.isClosed()).count() / 2;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                join(listening.accept());
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket client) {
        sockets.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            run(() -> pump(client, server));
            run(() -> pump(server, client));
        } catch (IOException e) {
            reset(client);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            int count = pass() ? in.read(some) : -1;
            while (count >= 0 && pass()) {
                out.write(some, 0, count);
                count = in.read(some);
            }
            to.close();
            from.close();
        } catch (IOException | InterruptedException e) {
            reset(from);
            reset(to);
        }
    }

    /** Waits while it stalls; says whether there is a connection any more. */
    private synchronized boolean pass() throws IOException, InterruptedException {
        while (way == Way.STALLS && !listening.isClosed()) {
            wait();
        }
        if (way == Way.RESETS || listening.isClosed()) {
            throw new IOException("reset");
        }
        return true;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
        forward();
    }
}

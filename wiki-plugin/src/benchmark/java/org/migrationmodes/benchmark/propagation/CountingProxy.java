package org.migrationmodes.benchmark.propagation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Passes connections on to a port of this machine, and counts the bytes of each. */
final class CountingProxy implements AutoCloseable {
    /** What went through one connection. */
    record Traffic(AtomicLong up, AtomicLong down) {}

    private final ServerSocket listening;
    private final int target;
    private final List<Traffic> connections = new CopyOnWriteArrayList<>();

    CountingProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<Traffic> connections() {
        return connections;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Traffic traffic = new Traffic(new AtomicLong(), new AtomicLong());
                connections.add(traffic);
                run(() -> pass(client, server, traffic.up()));
                run(() -> pass(server, client, traffic.down()));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(buffer);
            while (length >= 0) {
                count.addAndGet(length);
                out.write(buffer, 0, length);
                length = in.read(buffer);
            }
        } catch (IOException e) {
            // One of the two has gone, and so does the other.
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

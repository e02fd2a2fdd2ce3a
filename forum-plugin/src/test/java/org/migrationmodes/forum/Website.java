package org.migrationmodes.forum;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The website that publishes {@code migration.json}; it can go down and come back at the same port. */
final class Website implements AutoCloseable {
    private final AtomicInteger notModified = new AtomicInteger();
    private volatile String document = "{}";
    private @Nullable HttpServer server;
    private int port;

    static Website up() throws IOException {
        Website website = new Website();
        website.comeUp();
        return website;
    }

    void publish(String json) {
        document = json;
    }

    void comeUp() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/migration.json", this::answer);
        started.start();
        port = started.getAddress().getPort();
        server = started;
    }

    void goDown() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    String url() {
        return "http://localhost:" + port + "/migration.json";
    }

    /** How often somebody was told that nothing has changed. */
    int notModified() {
        return notModified.get();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            String tag = "\"" + Integer.toHexString(document.hashCode()) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                notModified.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goDown();
    }
}

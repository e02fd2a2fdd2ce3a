package org.migrationmodes.testing.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The community's website: a front page, the announcement, and the flag as a static file with an entity tag. */
final class DemoWebsite implements AutoCloseable {
    private static final String ANNOUNCEMENT = "/post/infrastructure-migration/";
    private static final String FLAG = "migration.json";

    private final HttpServer server;
    private final Path folder;
    private final Map<String, String> links = new TreeMap<>();

    private DemoWebsite(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static DemoWebsite start(Path folder, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        DemoWebsite website = new DemoWebsite(server, DemoFolder.empty(folder));
        server.createContext("/", website::answer);
        Files.writeString(website.flagFile(), """
                // The flag that the wiki and the forum of this demo follow. Change a mode and save.
                // The modes: normal, announced, read-only (or maintenance), closed, moved.
                {
                  "announcement": {
                    "url": "%s",
                    "title": { "en": "We are moving to new servers", "de": "Wir ziehen auf neue Server um" }
                  },
                  "services": {
                    "wiki":  "normal",
                    "forum": "normal"
                  }
                }
                """.formatted(website.url(ANNOUNCEMENT)));
        server.start();
        return website;
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    String flagUrl() {
        return url("/" + FLAG);
    }

    Path flagFile() {
        return folder.resolve(FLAG).toAbsolutePath();
    }

    /** Adds a link to the front page. */
    synchronized void link(String name, String url) {
        links.put(name, url);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, 200, "text/html; charset=utf-8", DemoPages.front(linkList(), ANNOUNCEMENT));
                case ANNOUNCEMENT -> send(exchange, 200, "text/html; charset=utf-8", DemoPages.announcement());
                case "/site.css" -> send(exchange, 200, "text/css; charset=utf-8", DemoPages.stylesheet());
                case "/" + FLAG -> send(exchange, 200, "application/json", Files.readString(flagFile()));
                default -> send(exchange, 404, "text/plain; charset=utf-8", "Not found\n");
            }
        }
    }

    private synchronized String linkList() {
        return links.entrySet().stream()
                .map(link -> "<li><a href=\"" + link.getValue() + "\">The " + link.getKey() + "</a></li>")
                .collect(Collectors.joining("\n"));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        String tag = "\"" + Long.toHexString(checksum.getValue()) + "\"";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package org.migrationmodes.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.migrationmodes.testing.FlagAnswer;

/** What can go wrong with a website, without encryption. */
final class HttpFaults {
    private static final String FLAG = WebsiteScene.NORMAL;

    private final Map<String, Function<Path, FaultScene>> faults = new LinkedHashMap<>();

    private HttpFaults() {
        add("connection refused", scene -> scene.website.close(), scene -> scene.website.reopen());
        faults.put("host name without an address", UnknownHostScene::new);
        add("no answer", scene -> scene.website.handle((request, connection) -> hang(scene)));
        add("an answer that drips", scene -> scene.website.handle((request, connection) -> drip(scene, connection)));
        add("closed without an answer", answer(""));
        add("reset within the answer", scene -> scene.website.handle((request, connection) -> reset(connection)));
        add("cut off within the answer", scene -> scene.website.script(request -> FlagAnswer.truncated(FLAG)));
        add(
                "cut off between chunks",
                answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(FLAG.length())
                        + "\r\n" + FLAG + "\r\n"));
        add("no HTTP", answer("220 mail.example.org ESMTP\r\n"));
        bodies();
        statuses();
        redirects();
    }

    static Map<String, Function<Path, FaultScene>> all() {
        return new HttpFaults().faults;
    }

    private void bodies() {
        add("longer than 64 KiB", scene -> scene.website.serve(FLAG + " ".repeat(70_000)));
        add("a gzip bomb", scene -> scene.website.script(request -> FlagAnswer.gzipped(FLAG + " ".repeat(50_000_000))));
        add("broken gzip", answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + FLAG));
        add("another encoding", answer("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + FLAG));
        add("a web page", scene -> scene.website.serve("\n<!DOCTYPE html><title>Welcome to the hotel</title>"));
        add(
                "not UTF-8",
                scene -> scene.website.handle((request, connection) -> connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n{\"services\": {\"wiki\": \"normäl\"}}"
                                .getBytes(StandardCharsets.ISO_8859_1))));
        add("an empty body", scene -> scene.website.serve(""));
        add("half a flag", scene -> scene.website.serve(FLAG.substring(0, FLAG.length() - 2)));
        add("some other JSON", scene -> scene.website.serve("{}"));
        add("an older flag", scene -> scene.website.serve(FLAG.replace("6", "4")));
        add(
                "304 while the flag is another",
                scene -> scene.website.script(request -> request.contains("If-None-Match")
                        ? FlagAnswer.of("304 Not Modified", "", "")
                        : FlagAnswer.of("200 OK", "", FLAG)));
    }

    private void statuses() {
        for (String status : new String[] {"204", "206", "401", "404", "410", "429", "500", "503"}) {
            add(status, scene -> scene.website.fail(status + " Whatever", ""));
        }
        add("304 unasked", scene -> {
            scene.website.serve(WebsiteScene.CLOSED);
            // The tag that was kept goes with the next look.
            scene.server.timer.advance(Duration.ofMinutes(6));
            scene.website.fail("304 Not Modified", "");
        });
    }

    private void redirects() {
        add("redirected in a circle", scene -> scene.website.fail("302 Found", "Location: /flag.json\r\n"));
        add("redirected to nowhere", scene -> scene.website.fail("301 Moved Permanently", ""));
        add("redirected to no web address", scene -> scene.website.fail("308 Permanent", "Location: ftp://x.org\r\n"));
        add(
                "redirected with a password",
                scene -> scene.website.fail("307 Temporary", "Location: https://me:hush@example.org/\r\n"));
        add(
                "redirected to a host without encryption",
                scene -> scene.website.fail("303 See Other", "Location: http://example.org/flag.json\r\n"));
        add(
                "redirected more than three times",
                scene -> scene.website.script(
                        request -> FlagAnswer.of("302 Found", "Location: " + request.split(" ", 3)[1] + "/x\r\n", "")));
        add("redirected to a web page", scene -> {
            scene.other.serve("<html>");
            scene.website.fail("302 Found", "Location: " + scene.other.url() + "\r\n");
        });
    }

    private void add(String name, Consumer<WebsiteScene> fault) {
        add(name, fault, scene -> {});
    }

    private void add(String name, Consumer<WebsiteScene> fault, Consumer<WebsiteScene> mended) {
        faults.put(name, folder -> new WebsiteScene(folder, fault, mended));
    }

    private static Consumer<WebsiteScene> answer(String all) {
        return scene -> scene.website.script(request -> all.getBytes(StandardCharsets.UTF_8));
    }

    private static void hang(WebsiteScene scene) throws InterruptedException {
        scene.patience.advance(Duration.ofSeconds(10));
        Thread.currentThread().join();
    }

    /** Each byte comes within a patience of its own, but the whole does not. */
    private static void drip(WebsiteScene scene, Socket connection) throws IOException, InterruptedException {
        OutputStream out = connection.getOutputStream();
        for (byte next : "HTTP".getBytes(StandardCharsets.UTF_8)) {
            out.write(next);
            out.flush();
            scene.patience.advance(Duration.ofSeconds(4));
        }
        Thread.currentThread().join();
    }

    private static void reset(Socket connection) throws IOException {
        connection
                .getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + FLAG).getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
        // A connection that is closed with unsaid bytes is reset.
        connection.setSoLinger(true, 0);
    }
}

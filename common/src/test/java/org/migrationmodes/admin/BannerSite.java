package org.migrationmodes.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.migrationmodes.banner.AcceptLanguage;
import org.migrationmodes.banner.Asset;
import org.migrationmodes.banner.Banner;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.gate.GateFilter;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** A website with one page, as the plugin would send it, whose status a test says. */
final class BannerSite implements AutoCloseable {
    private static final String STATUS = "/.migration/status.json";
    /** Of another plugin in the same web application. */
    static final String OTHER = "forum";

    private static final Wording WORDING = Wording.beside(GateFilter.class);

    private final FlagServer server = new FlagServer();
    private volatile byte[] page = {};
    private volatile byte[] otherStatus = {};
    private volatile Supplier<byte[]> status = () -> new byte[0];

    BannerSite() {
        server.script(request -> {
            // browsers open connections that they do not use
            String path = request.isEmpty() ? "" : request.split(" ", 3)[1];
            return switch (path.split("\\?", 2)[0]) {
                case "/page" -> page;
                case "/.migration/banner.css" -> asset(Asset.STYLESHEET);
                case "/.migration/banner.js" -> asset(Asset.SCRIPT);
                case STATUS -> path.endsWith("?service=" + OTHER) ? otherStatus : status.get();
                case "/empty" -> FlagAnswer.of("200 OK", "Content-Type: text/html\r\n", "<title>empty</title>");
                default -> FlagAnswer.of("404 Not Found", "", "");
            };
        });
    }

    private static byte[] asset(Asset asset) {
        String headers = "Content-Type: " + asset.type()
                + "\r\nCache-Control: public, max-age=31536000, immutable\r\nCross-Origin-Resource-Policy: same-origin\r\n";
        return FlagAnswer.of("200 OK", headers, new String(asset.content(), StandardCharsets.UTF_8));
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/page";
    }

    String empty() {
        return "http://127.0.0.1:" + server.port() + "/empty";
    }

    /** The page from now on. */
    void page(Flag flag, PagePolicy policy, String headers, String head, String body, String more) {
        String banner = markup(flag, policy);
        page = FlagAnswer.of(
                "200 OK",
                "Content-Type: text/html;charset=UTF-8\r\nCache-Control: no-store\r\n" + headers,
                "<!DOCTYPE html><html lang=\"en\"><head><title>page</title>" + head + "</head>" + body + banner + more
                        + "</body></html>");
    }

    static String markup(Flag flag, PagePolicy policy) {
        return new String(
                new Banner(flag, WORDING, "/.migration/", false).markup("en", policy), StandardCharsets.US_ASCII);
    }

    /** The status from now on, with the server's time. */
    void status(Flag flag, Instant now) {
        status(json(flag), now);
    }

    static String json(Flag flag) {
        return StatusJson.visitors(flag, new Notice(flag, WORDING, AcceptLanguage.parse("en"), false));
    }

    void status(String json, Instant now) {
        answer(answerOf(json, now));
    }

    void otherStatus(Flag flag, Instant now) {
        otherStatus = answerOf(json(flag), now);
    }

    private static byte[] answerOf(String json, Instant now) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        return FlagAnswer.of("200 OK", "Content-Type: application/json\r\nDate: " + date + "\r\n", json);
    }

    void answer(byte[] answer) {
        status = () -> answer;
    }

    void fail(String code) {
        answer(FlagAnswer.of(code, "", ""));
    }

    void hang() {
        status = () -> {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        };
    }

    /** How often the status was asked for. */
    long polls() {
        return requests(STATUS);
    }

    long requests(String path) {
        return heads().stream().filter(head -> head.startsWith("GET " + path)).count();
    }

    List<String> heads() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}

package org.migrationmodes.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the website has to serve to those that ask it, and what a stock nginx can. */
final class Pollers {
    private static final int SERVERS = 10_000;
    private static final double PER_SECOND = SERVERS / 15.0;
    private static final int POLLS = 6;
    private static final int CACHED = 50;
    private static final int CACHED_SECONDS = 30;
    private static final String FLAG = """
            {"epoch": 7, "announcement": "https://www.example.org/post/infrastructure-migration/",
             "services": {"forum": "maintenance", "wiki": {"mode": "read-only", "until": "2021-02-26T22:00:00Z"}}}
            """;
    private static final Pattern REQUESTS_PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    private Pollers() {}

    /** The page to write into is the first argument. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pollers");
        try (Nginx nginx = new Nginx(folder, FLAG)) {
            List<String> rows = new ArrayList<>();
            String plain = "http://127.0.0.1:";
            rows.add(row("http", bytes(folder, nginx, plain, nginx.port()), rate(nginx, plain + nginx.port())));
            String tls = "https://127.0.0.1:";
            rows.add(row("https", bytes(folder, nginx, tls, nginx.tlsPort()), rate(nginx, tls + nginx.tlsPort())));
            String table = """
                    Measured on %s: %s; %s, one worker on one core, `wrk` on the other. Each answer is a 304 over a connection
                    of its own, as the plugins ask; wrk makes a whole TLS handshake each time, the plugins resume the last one.

                    | over | bytes of a poll, to the website | from it | 304s a second on one core | of that core for %d servers | Mbit/s for them, to the website | from it |
                    |---|---|---|---|---|---|---|
                    """.formatted(
                                    LocalDate.now(ZoneId.systemDefault()),
                                    Report.machine(),
                                    Nginx.run(List.of("nginx", "-v")).strip().replace("nginx version: ", ""),
                                    SERVERS)
                    + String.join("", rows);
            table += "\n" + behindACache(folder, nginx);
            new Report(Path.of(arguments[0])).write("pollers", table);
            System.out.println(table);
        }
    }

    /** What one poll of ours takes, once the flag is known: the last of some. */
    private static CountingProxy.Traffic bytes(Path folder, Nginx nginx, String scheme, int port)
            throws IOException, InterruptedException {
        long before = nginx.answered(304);
        try (CountingProxy proxy = new CountingProxy(port)) {
            String remote =
                    "{\"remote\": {\"url\": \"" + scheme + proxy.port() + "/migration.json\", \"interval\": \"1s\""
                            + (scheme.startsWith("https") ? ", \"ca\": \"" + nginx.certificate() + "\"" : "") + "}}";
            try (Fleet fleet = new Fleet(folder, 1, remote)) {
                while (proxy.connections().size() < POLLS) {
                    fleet.goOn(100);
                }
            }
            if (nginx.answered(304) < before + POLLS - 2) {
                throw new IllegalStateException("the polls were not answered with 304; see " + folder);
            }
            return proxy.connections().get(POLLS - 2);
        }
    }

    private static String behindACache(Path folder, Nginx nginx) throws IOException, InterruptedException {
        long before = nginx.asked(nginx.port());
        String remote = "{\"remote\": {\"url\": \"http://127.0.0.1:" + nginx.cachePort()
                + "/migration.json\", \"interval\": \"1s\"}}";
        try (Fleet fleet = new Fleet(folder, CACHED, remote)) {
            fleet.goOn(CACHED_SECONDS * 1000L);
        }
        long polls = nginx.asked(nginx.cachePort());
        if (polls < CACHED * CACHED_SECONDS * 8 / 10) {
            throw new IllegalStateException("only " + polls + " polls went through the cache");
        }
        return "Behind a cache (nginx, `max-age=5`) %d servers that ask every second asked %d times in %d s; the website heard %d of it.%n"
                .formatted(CACHED, polls, CACHED_SECONDS, nginx.asked(nginx.port()) - before);
    }

    private static double rate(Nginx nginx, String url) throws IOException, InterruptedException {
        String tag = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + "/migration.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        long before = nginx.answered(304);
        String said = Nginx.run(List.of(
                "taskset",
                "-c",
                "1",
                "wrk",
                "-t1",
                "-c32",
                "-d10s",
                "-H",
                "If-None-Match: " + tag,
                "-H",
                "Connection: close",
                url + "/migration.json"));
        Matcher rate = REQUESTS_PER_SECOND.matcher(said);
        if (!rate.find() || said.contains("Non-2xx")) {
            throw new IllegalStateException(said);
        }
        double perSecond = Double.parseDouble(rate.group(1));
        if (nginx.answered(304) - before < perSecond * 9) {
            throw new IllegalStateException("wrk was not answered with 304:\n" + said);
        }
        return perSecond;
    }

    private static String row(String scheme, CountingProxy.Traffic traffic, double rate) {
        long up = traffic.up().get();
        long down = traffic.down().get();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.1f %% | %.1f | %.1f |%n",
                scheme,
                up,
                down,
                rate,
                100 * PER_SECOND / rate,
                up * 8 * PER_SECOND / 1e6,
                down * 8 * PER_SECOND / 1e6);
    }
}

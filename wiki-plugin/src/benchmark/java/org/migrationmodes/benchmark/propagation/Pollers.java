package org.migrationmodes.benchmark.propagation;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Report;

/** What the website has to serve to those that ask it, and what a stock nginx can. */
public final class Pollers implements Benchmark {
    private static final int SERVERS = 10_000;
    private static final double PER_SECOND = SERVERS / 15.0;
    private static final String TLS = "https://127.0.0.1:";
    private static final int CONNECTIONS = 32;
    private static final int POLLS = 6;
    private static final int CACHED = 50;
    private static final int CACHED_SECONDS = 30;
    private static final String FLAG = """
            {"epoch": 7, "announcement": "https://www.example.org/post/infrastructure-migration/",
             "services": {"forum": "maintenance", "wiki": {"mode": "read-only", "until": "2021-02-26T22:00:00Z"}}}
            """;
    private static final Pattern REQUESTS_PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pollers");
        try (Nginx nginx = new Nginx(folder, FLAG)) {
            List<String> rows = new ArrayList<>();
            String plain = "http://127.0.0.1:";
            rows.add(row("http", bytes(folder, nginx, plain, nginx.port()), rate(nginx, plain, nginx.port())));
            rows.add(row("https", bytes(folder, nginx, TLS, nginx.tlsPort()), rate(nginx, TLS, nginx.tlsPort())));
            String table = """
                    Measured on %s: %s; %s, one worker on one core, `wrk` on the other. Each answer is a 304 over a connection
                    that is kept from one look to the next, as the plugins do.

                    | over | bytes of a poll, to the website | from it | 304s a second on one core | of that core for %d servers | Mbit/s for them, to the website | from it |
                    |---|---|---|---|---|---|---|
                    """.formatted(
                                    LocalDate.now(ZoneId.systemDefault()),
                                    Report.machine(),
                                    Nginx.run(List.of("nginx", "-v")).strip().replace("nginx version: ", ""),
                                    SERVERS)
                    + String.join("", rows);
            table += "\n" + behindACache(folder, nginx);
            report.write("pollers", table);
            System.out.println(table);
        }
    }

    /** What one poll of ours takes, once the flag is known and the connection is there. */
    @SuppressWarnings("try")
    private static Seen bytes(Path folder, Nginx nginx, String scheme, int port)
            throws IOException, InterruptedException {
        long before = nginx.answered(304);
        try (CountingProxy proxy = new CountingProxy(port)) {
            String remote =
                    "{\"remote\": {\"url\": \"" + scheme + proxy.port() + "/migration.json\", \"interval\": \"1s\""
                            + (scheme.equals(TLS) ? ", \"ca\": \"" + nginx.certificate() + "\"" : "") + "}}";
            long first = nginx.asked(port);
            Seen one;
            Seen other;
            try (Fleet fleet = new Fleet(folder, 1, remote)) {
                polls("the first polls", 4 * POLLS).until(() -> nginx.asked(port) >= first + POLLS);
                one = Seen.of(nginx, port, proxy);
                polls("more polls", 4 * POLLS).until(() -> nginx.asked(port) >= first + 2 * POLLS);
                other = Seen.of(nginx, port, proxy);
            }
            if (proxy.connections().size() != 1) {
                throw new IllegalStateException("the polls do not share a connection; see " + folder);
            }
            if (nginx.answered(304) < before + POLLS - 2) {
                throw new IllegalStateException("the polls were not answered with 304; see " + folder);
            }
            return one.eachUntil(other);
        }
    }

    @SuppressWarnings("try")
    private static String behindACache(Path folder, Nginx nginx) throws IOException, InterruptedException {
        long before = nginx.asked(nginx.port());
        String remote = "{\"remote\": {\"url\": \"http://127.0.0.1:" + nginx.cachePort()
                + "/migration.json\", \"interval\": \"1s\"}}";
        long begin = System.nanoTime();
        long polls;
        double seconds;
        try (Fleet fleet = new Fleet(folder, CACHED, remote)) {
            polls("polls through the cache", CACHED_SECONDS * 5 / 4)
                    .until(() -> nginx.asked(nginx.cachePort()) >= CACHED * CACHED_SECONDS);
            polls = nginx.asked(nginx.cachePort());
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        return String.format(
                Locale.ROOT,
                "Behind a cache (nginx, `max-age=5`) %d servers that ask every second asked %d times in %.0f s; the website heard %d of it.%n",
                CACHED,
                polls,
                seconds,
                nginx.asked(nginx.port()) - before);
    }

    private static ConditionFactory polls(String what, int seconds) {
        return await(what).atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(500));
    }

    private static double rate(Nginx nginx, String scheme, int port) throws IOException, InterruptedException {
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
                "-c" + CONNECTIONS,
                "-d10s",
                "-H",
                "If-None-Match: " + tag,
                scheme + port + "/migration.json"));
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

    /** What went through a proxy so far, and for how many requests. */
    private record Seen(long requests, long up, long down) {
        static Seen of(Nginx nginx, int port, CountingProxy proxy) throws IOException {
            return new Seen(
                    nginx.asked(port),
                    proxy.connections().stream()
                            .mapToLong(one -> one.up().get())
                            .sum(),
                    proxy.connections().stream()
                            .mapToLong(one -> one.down().get())
                            .sum());
        }

        Seen eachUntil(Seen later) {
            long more = later.requests - requests;
            return new Seen(1, (later.up - up) / more, (later.down - down) / more);
        }
    }

    private static String row(String scheme, Seen each, double rate) {
        long up = each.up();
        long down = each.down();
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

package org.migrationmodes.benchmark.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;

/** A peer of another kind: nginx replaces in pages that it serves from files. */
public final class SubFilter implements Benchmark {
    private static final int TOLD = 9;
    private static final String PLAIN = "/plain";
    private static final String AGAIN = "/again";
    private static final String REPLACED = "/replaced";
    private static final String CONFIGURATION = """
            daemon off;
            user %1$s;
            worker_processes 1;
            pid nginx.pid;
            error_log console.log notice;
            events { worker_connections 256; }
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              default_type text/html;
              server {
                listen 127.0.0.1:%2$d;
                location /plain/ { alias pages/; }
                location /again/ { alias pages/; }
                location /replaced/ {
                  alias pages/;
                  sub_filter '%3$s' '%3$s%4$s';
                }
              }
            }
            """;

    private final int rounds = Integer.getInteger("benchmark.rounds", TOLD);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sub-filter");
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int size : PageServlet.SIZES) {
            Files.writeString(
                    pages.resolve(Integer.toString(size)), Page.of(size).text());
        }
        Files.writeString(
                pages.resolve("bodiless"), Page.withoutBody(PageServlet.NO_BODY).text());
        int port = port();
        Process nginx = start(folder, port);
        try {
            await("nginx; what it says is in " + folder)
                    .ignoreExceptionsInstanceOf(ConnectException.class)
                    .until(() -> {
                        new Socket(InetAddress.getLoopbackAddress(), port).close();
                        return true;
                    });
            StringBuilder table = new StringBuilder(
                    """
                    Measured on %s: %s; nginx with files, `%s`, %d rounds. In brackets the middle half of the rounds.

                    | page | requests/s with `sub_filter`, of those without |
                    |---|---|
                    """.formatted(LocalDate.now(ZoneId.systemDefault()), Report.machine(), Wrk.COMMAND, rounds));
            for (int size : PageServlet.SIZES) {
                table.append(row(Integer.toString(size), "http://127.0.0.1:" + port));
            }
            table.append(row("bodiless", "http://127.0.0.1:" + port));
            System.out.println(table);
            if (rounds >= TOLD) {
                report.write("sub-filter", table.toString());
            }
        } finally {
            nginx.destroy();
        }
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path folder, int port) throws IOException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(
                        System.getProperty("user.name"), port, Page.BODY, NaiveFilter.BANNER.replace("'", "\\'")));
        return new ProcessBuilder("nginx", "-p", folder.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
    }

    private String row(String page, String server) throws IOException, InterruptedException {
        Rounds all = new Rounds(rounds);
        for (String where : List.of(PLAIN, AGAIN, REPLACED)) {
            String url = server + where + "/" + page;
            boolean banner = where.equals(REPLACED) && !page.equals("bodiless");
            all.with(where, () -> {
                requireBanner(url, banner);
                return Wrk.load(url).perSecond();
            });
        }
        Figures rates = all.runControlled(PLAIN, AGAIN);
        return "| %s | %s |%n".formatted(page, rates.ratioAndSpread(REPLACED, PLAIN));
    }

    private static void requireBanner(String url, boolean banner) throws IOException, InterruptedException {
        String page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
        if (page.contains(NaiveFilter.BANNER) != banner || !page.contains("</html>")) {
            throw new IllegalStateException(url + (banner ? " has no banner" : " has a banner") + ", or is no page");
        }
    }
}

package org.migrationmodes.benchmark.propagation;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.LongStream;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;

/** What a look at a website allocates that has nothing new, over a connection that is there. */
public final class PollCost implements Benchmark {
    private static final int ROUNDS = 9;
    private static final int LOOKS = 1000;
    private static final String FLAG = "{\"epoch\": 7, \"services\": {\"wiki\": \"normal\"}}";
    private static final String OURS = "plugin";
    private static final String PLAIN = "OkHttp";
    private static final String CACHED = "OkHttp with its cache";
    private static final String JDK = "the JDK's client";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("poll");
        try (Nginx nginx = new Nginx(folder, FLAG)) {
            String url = "http://127.0.0.1:" + nginx.port() + "/migration.json";
            try (Plugin plugin = new Plugin(folder, url)) {
                Figures figures = new Rounds(ROUNDS)
                        .with(OURS, () -> bytes(nginx, plugin))
                        .with(PLAIN, () -> bytes(nginx, plain(url)))
                        .with(CACHED, () -> bytes(nginx, cached(folder, url)))
                        .with(JDK, () -> bytes(nginx, jdk(url)))
                        .run();
                report.write("poll", table(figures));
            }
        }
    }

    private static String table(Figures figures) {
        StringBuilder table = new StringBuilder("Measured on " + LocalDate.now(ZoneId.systemDefault()) + ": "
                + Report.machine() + "; medians of " + ROUNDS + " rounds of " + LOOKS + " looks each.\n\n"
                + "| who asks | bytes allocated for a 304 | of the plugin's |\n|---|---|---|\n");
        for (String name : figures.all().keySet()) {
            table.append(String.format(
                    Locale.ROOT, "| %s | %.0f | %.2f |%n", name, figures.median(name), figures.ratio(name, OURS)));
        }
        return table.toString();
    }

    /** Of one look, by all threads of this JVM. */
    private double bytes(Nginx nginx, Look look) throws IOException, InterruptedException {
        look.once();
        long confirmed = nginx.answered(304);
        long before = allocated();
        for (int i = 0; i < LOOKS; i++) {
            look.once();
        }
        long bytes = allocated() - before;
        long answered = nginx.answered(304) - confirmed;
        // the plugin asks anew now and then, as if it knew nothing
        if (answered < LOOKS * 9 / 10) {
            throw new IllegalStateException("Of " + LOOKS + " looks " + answered + " were answered with 304");
        }
        return (double) bytes / LOOKS;
    }

    private long allocated() {
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .sum();
    }

    private static Look plain(String url) throws IOException {
        OkHttpClient client = new OkHttpClient();
        String tag;
        try (Response first =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            tag = String.valueOf(first.header("ETag"));
        }
        return () -> answered(
                client,
                new Request.Builder().url(url).header("If-None-Match", tag).build(),
                304);
    }

    private static Look cached(Path folder, String url) {
        Cache cache = new Cache(folder.resolve("cache").toFile(), 1_000_000);
        OkHttpClient client = new OkHttpClient.Builder().cache(cache).build();
        // what is fresh would not be asked for
        return () -> answered(
                client,
                new Request.Builder()
                        .url(url)
                        .header("Cache-Control", "max-age=0")
                        .build(),
                200);
    }

    private static void answered(OkHttpClient client, Request request, int status) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            response.body().bytes();
            if (response.code() != status) {
                throw new IOException(response.toString());
            }
        }
    }

    private static Look jdk(String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Void> first =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        return () -> client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}

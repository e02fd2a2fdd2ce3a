package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Report;

/** The smallest heap with which a server still answers several great pages at once. */
public final class Heap implements Benchmark {
    private static final int PAGES = 8;
    private static final int SIZE = 10 << 20;
    private static final int LEAST = 8;
    private static final int MOST = 1024;
    private static final int STEP = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("heap");
        StringBuilder table =
                new StringBuilder("""
                Measured on %s: %s; Tomcat, %d pages of 10 MB at once, twice, by stream; a heap survives if all their bytes arrive.

                | before the host | smallest heap, MB |
                |---|---|
                """.formatted(LocalDate.now(ZoneId.systemDefault()), Report.machine(), PAGES));
        for (Contestant contestant : Contestant.values()) {
            Path application = contestant.install(folder, Path.of(System.getProperty("wiki-plugin.jar")));
            table.append("| %s | %s |%n".formatted(contestant.title, smallest(contestant, application, folder)));
        }
        System.out.println(table);
        report.write("heap", table.toString());
    }

    private static int smallest(Contestant contestant, Path application, Path folder) throws InterruptedException {
        int dies = LEAST;
        int survives = MOST;
        if (!survives(contestant, application, folder, survives)) {
            throw new IllegalStateException(contestant.title + " does not even survive with " + MOST + " MB");
        }
        while (survives - dies > STEP) {
            int middle = (dies + survives) / 2;
            if (survives(contestant, application, folder, middle)) {
                survives = middle;
            } else {
                dies = middle;
            }
        }
        return survives;
    }

    private static boolean survives(Contestant contestant, Path application, Path folder, int heap)
            throws InterruptedException {
        String path = "/stream/" + SIZE;
        try (Child child = new Child("tomcat", application, folder.resolve(contestant.name() + heap + ".log"), heap)) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create(child.url(path)))
                    .timeout(PATIENCE)
                    .build();
            for (int round = 0; round < 2; round++) {
                List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, PAGES)
                        .mapToObj(page -> client.sendAsync(request, BodyHandlers.ofString()))
                        .toList();
                for (CompletableFuture<HttpResponse<String>> answer : answers) {
                    String got = answer.join().body();
                    if (PageCheck.wrong(PageServlet.page(path).text(), got, contestant) != null) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException | CompletionException died) {
            return false;
        }
    }
}

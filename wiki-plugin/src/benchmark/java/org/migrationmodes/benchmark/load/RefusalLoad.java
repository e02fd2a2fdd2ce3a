package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;

/** What a refusal costs, beside the least that a container can say. */
public final class RefusalLoad implements Benchmark {
    private static final int TOLD = 9;
    private static final int WARM_UP_SECONDS = 6;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TYPED = "It+took+me+all+evening%2C+and+I+would+not+like+to+lose+a+word+of+it.%0D%0A";
    private static final List<Body> BODIES = List.of(
            new Body("a form, 100 bytes", FORM, 100),
            new Body("a form, 100 kB", FORM, 100_000),
            new Body("a file, 100 kB", "application/octet-stream", 100_000));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What is posted. */
    private record Body(String title, String type, int bytes) {

        /** All of it is what was typed into one field, if it is a form. */
        String content() {
            return ("text=" + TYPED.repeat(bytes / TYPED.length() + 1)).substring(0, bytes);
        }

        Path script(Path folder) throws IOException {
            return Files.writeString(folder.resolve(title.replace(' ', '-') + ".lua"), """
                    wrk.method = "POST"
                    wrk.headers["Content-Type"] = "%s"
                    wrk.headers["Accept"] = "text/html"
                    wrk.body = "%s"
                    """.formatted(type, content()));
        }
    }

    private final int rounds = Integer.getInteger("benchmark.rounds", TOLD);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("refusal");
        StringBuilder table = new StringBuilder(
                """
                Measured on %s: %s; `%s` with what is posted, %d rounds. In brackets the middle half of the rounds.

                | server | posted | who refuses | refusals/s of the container's own 503 |
                |---|---|---|---|
                """.formatted(LocalDate.now(ZoneId.systemDefault()), Report.machine(), Wrk.COMMAND, rounds));
        for (String server : BannerLoad.servers()) {
            table.append(measure(server, folder));
        }
        System.out.println(table);
        if (rounds >= TOLD) {
            report.write("refusal", table.toString());
        }
    }

    private String measure(String server, Path folder) throws IOException, InterruptedException {
        Map<Refuser, Child> children = new EnumMap<>(Refuser.class);
        try {
            for (Refuser refuser : Refuser.values()) {
                Path application =
                        refuser.install(folder.resolve(server), Path.of(System.getProperty("wiki-plugin.jar")));
                Path log = folder.resolve(server + "-" + refuser.name() + ".log");
                children.put(refuser, new Child(server, application, log));
            }
            StringBuilder rows = new StringBuilder();
            for (Body body : BODIES) {
                rows.append(measure(server, body, body.script(folder), children));
            }
            for (Refuser refuser : children.keySet()) {
                requireUnstored(refuser, children.get(refuser));
            }
            return rows.toString();
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
    }

    private String measure(String server, Body body, Path script, Map<Refuser, Child> children)
            throws IOException, InterruptedException {
        Rounds all = new Rounds(rounds);
        children.forEach((refuser, child) -> all.with(refuser.title, () -> {
            requireRefused(refuser, child, body);
            return Wrk.refused(child.url("/post"), script);
        }));
        for (Child child : children.values()) {
            for (int second = 0; second < WARM_UP_SECONDS; second++) {
                Wrk.refused(child.url("/post"), script);
            }
        }
        Figures rates = all.runControlled(Refuser.CONTAINER.title, Refuser.CONTROL.title);
        StringBuilder rows = new StringBuilder();
        for (Refuser refuser : Refuser.values()) {
            rows.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            server,
                            body.title(),
                            refuser.title,
                            rates.ratioAndSpread(refuser.title, Refuser.CONTAINER.title)));
        }
        System.out.print(rows);
        return rows.toString();
    }

    private static void requireRefused(Refuser refuser, Child child, Body body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(child.url("/post")))
                        .header("Content-Type", body.type())
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body.content()))
                        .build(),
                BodyHandlers.ofString());
        boolean page = answer.body().contains("migration-refusal");
        if (answer.statusCode() != 503 || page != (refuser == Refuser.PLUGIN)) {
            throw new IllegalStateException(refuser.title + ": " + body.title() + " was answered with "
                    + answer.statusCode() + ":\n" + answer.body());
        }
    }

    private static void requireUnstored(Refuser refuser, Child child) throws IOException, InterruptedException {
        String stored = CLIENT.send(
                        HttpRequest.newBuilder(URI.create(child.url("/stored"))).build(), BodyHandlers.ofString())
                .body();
        if (!stored.equals("0")) {
            throw new IllegalStateException(refuser.title + " let " + stored + " posts through");
        }
    }
}

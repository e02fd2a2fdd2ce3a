package org.migrationmodes.benchmark.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Report;

/** An hour of readers and writers, with another mode every second: what grows is a leak. */
public final class Soak implements Benchmark {
    private static final int TOLD = 60;
    private static final List<String> MODES = List.of("normal", "announced", "read-only");
    /** How much more may be held in the last third of the time than in the second one. */
    private static final double GROWTH = 1.05;

    private final int minutes = Integer.getInteger("benchmark.minutes", TOLD);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("soak");
        Path application = Contestant.NORMAL.install(folder, Path.of(System.getProperty("wiki-plugin.jar")));
        Path flag = application.resolve("WEB-INF/migration.json");
        List<Child.Held> held = new ArrayList<>();
        try (Child child = new Child("tomcat", application, folder.resolve("server.log"));
                Visitors visitors = new Visitors(child)) {
            for (int second = 1; second <= minutes * 60; second++) {
                change(flag, MODES.get(second % MODES.size()));
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                if (second % 60 == 0) {
                    held.add(child.held());
                    System.out.println(second / 60 + " min: " + held.get(held.size() - 1) + " " + visitors.seen());
                }
            }
            if (!visitors.errors().isEmpty() || visitors.seen().size() != 4) {
                throw new IllegalStateException(
                        visitors.seen() + "; errors " + visitors.errors().size() + ": "
                                + visitors.errors().stream().limit(9).toList());
            }
            String table = table(held, visitors);
            System.out.println(table);
            if (minutes >= TOLD) {
                report.write("soak", table);
            }
        }
    }

    private static void change(Path flag, String mode) throws IOException {
        Path next = Files.writeString(
                flag.resolveSibling("next.json"),
                "{\"announcement\": \"https://www.example.org/\", \"mode\": \"" + mode + "\"}");
        Files.move(next, flag, StandardCopyOption.ATOMIC_MOVE);
    }

    private String table(List<Child.Held> held, Visitors visitors) {
        return "Measured on %s: %s; %d minutes, another mode each second; %s; no errors.\n\n"
                        .formatted(LocalDate.now(ZoneId.systemDefault()), Report.machine(), minutes, visitors.seen())
                + "| held after a full collection | median of the second third | of the last |\n|---|---|---|\n"
                + row("heap, kB", held, sample -> sample.heap() / 1e3)
                + row("threads", held, Child.Held::threads)
                + row("file handles", held, Child.Held::handles);
    }

    private static String row(String what, List<Child.Held> held, ToDoubleFunction<Child.Held> figure) {
        int third = held.size() / 3;
        double before = median(held.subList(third, 2 * third), figure);
        double after = median(held.subList(2 * third, held.size()), figure);
        if (after > before * GROWTH) {
            throw new IllegalStateException(what + " grew from " + before + " to " + after + ": " + held);
        }
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f |%n", what, before, after);
    }

    private static double median(List<Child.Held> held, ToDoubleFunction<Child.Held> figure) {
        return held.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(held.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}

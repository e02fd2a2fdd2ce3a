package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;

/** What a banner costs a server under load, each contestant in a JVM of its own. */
public final class BannerLoad implements Benchmark {
    /** Fewer than told are for trying it out, and are not reported. */
    private static final int TOLD = 9;

    private static final int ATTEMPTS = 3;

    private final int rounds = Integer.getInteger("benchmark.rounds", TOLD);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banner");
        StringBuilder table = new StringBuilder("""
                Measured on %s: %s; `%s`, %d rounds; Tomcat %s, Jetty %s. In brackets the middle half of the rounds.

                | server | page | before the host | requests/s of no filter | p50, ms | p99, ms | CPU of a request, µs | bytes it allocates, above no filter |
                |---|---|---|---|---|---|---|---|
                """.formatted(
                        LocalDate.now(ZoneId.systemDefault()),
                        Report.machine(),
                        Wrk.COMMAND,
                        rounds,
                        org.apache.catalina.util.ServerInfo.getServerNumber(),
                        org.eclipse.jetty.util.Jetty.VERSION));
        for (String server : servers()) {
            table.append(measure(server, folder));
        }
        System.out.println(table);
        if (rounds >= TOLD) {
            report.write("banner", table.toString());
        }
    }

    /** Both, unless one is asked for. */
    static List<String> servers() {
        return List.of(System.getProperty("benchmark.servers", "tomcat,jetty").split(","));
    }

    private String measure(String server, Path folder) throws IOException, InterruptedException {
        Map<Contestant, Child> children = new EnumMap<>(Contestant.class);
        try {
            for (Contestant contestant : Contestant.values()) {
                Path application =
                        contestant.install(folder.resolve(server), Path.of(System.getProperty("wiki-plugin.jar")));
                children.put(
                        contestant,
                        new Child(server, application, folder.resolve(server + "-" + contestant.name() + ".log")));
            }
            for (Child child : children.values()) {
                child.warmUp(List.of("/stream/10240", "/writer/10240"));
            }
            StringBuilder rows = new StringBuilder();
            for (String path : PageServlet.paths()) {
                rows.append(measure(server, path, children));
            }
            return rows.toString();
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
    }

    /** Once more if the control strays, and a third time; then the page is not told of. */
    private String measure(String server, String path, Map<Contestant, Child> children)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(server, path, children);
            } catch (Figures.StrayedException strayed) {
                System.out.println(path + ": " + strayed.getMessage());
                if (attempt == ATTEMPTS) {
                    return "| " + server + " | " + path + " | not told of: the control strayed | | | | | |\n";
                }
            }
        }
    }

    private String once(String server, String path, Map<Contestant, Child> children)
            throws IOException, InterruptedException {
        Costs costs = new Costs();
        Rounds all = new Rounds(rounds);
        children.forEach((contestant, child) -> all.with(contestant.title, () -> {
            PageCheck.require(child.url(path), path, contestant);
            return costs.measure(contestant.title, child, path);
        }));
        Figures rates = all.run();
        if (rounds >= TOLD) {
            rates.control(Contestant.NONE.title, Contestant.CONTROL.title);
        }
        StringBuilder rows = new StringBuilder();
        for (Contestant contestant : children.keySet()) {
            rows.append(row(server + " | " + path + " | ", contestant.title, rates, costs.figures()));
        }
        System.out.print(rows);
        return rows.toString();
    }

    private static String row(String begin, String title, Figures rates, Figures costs) {
        return String.format(
                Locale.ROOT,
                "| %s%s | %s | %.2f | %.2f | %.0f | %.0f |%n",
                begin,
                title,
                rates.ratioAndSpread(title, Contestant.NONE.title),
                costs.median(title + " p50"),
                costs.median(title + " p99"),
                costs.median(title + " cpu"),
                costs.median(title + " bytes") - costs.median(Contestant.NONE.title + " bytes"));
    }
}

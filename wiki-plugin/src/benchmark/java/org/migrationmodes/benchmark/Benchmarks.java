package org.migrationmodes.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationmodes.benchmark.load.BannerLoad;
import org.migrationmodes.benchmark.load.Dripping;
import org.migrationmodes.benchmark.load.Heap;
import org.migrationmodes.benchmark.load.RefusalLoad;
import org.migrationmodes.benchmark.load.Soak;
import org.migrationmodes.benchmark.load.SubFilter;
import org.migrationmodes.benchmark.load.WikiLoad;
import org.migrationmodes.benchmark.propagation.PollCost;
import org.migrationmodes.benchmark.propagation.Pollers;
import org.migrationmodes.benchmark.propagation.Propagation;
import org.migrationmodes.benchmark.request.Request;
import org.migrationmodes.benchmark.weight.Undeploy;
import org.migrationmodes.benchmark.weight.Weight;

/** Runs the benchmarks that are asked for, one after the other. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("propagation", new Propagation());
        ALL.put("pollers", new Pollers());
        ALL.put("poll", new PollCost());
        ALL.put("request", new Request());
        ALL.put("banner", new BannerLoad());
        ALL.put("sub-filter", new SubFilter());
        ALL.put("refusal", new RefusalLoad());
        ALL.put("dripping", new Dripping());
        ALL.put("heap", new Heap());
        ALL.put("wiki", new WikiLoad());
        ALL.put("weight", new Weight());
        ALL.put("undeploy", new Undeploy());
        ALL.put("soak", new Soak());
    }

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments the page to write into, and which benchmarks, with commas between them; "all" for all but the soak
     * @throws IOException if something is missing that a benchmark needs
     * @throws InterruptedException if somebody is tired of waiting
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Report report = new Report(Path.of(arguments[0]));
        for (String name : names(arguments[1])) {
            System.out.println("# " + name);
            Benchmark benchmark = ALL.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException("-Dbenchmark.only=" + name + " names no benchmark; they are "
                        + String.join(", ", ALL.keySet()));
            }
            benchmark.run(report);
        }
    }

    private static List<String> names(String asked) {
        return asked.equals("all")
                ? ALL.keySet().stream().filter(name -> !name.equals("soak")).toList()
                : List.of(asked.split(","));
    }
}

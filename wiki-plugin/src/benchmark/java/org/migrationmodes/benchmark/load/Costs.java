package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationmodes.benchmark.Figures;

/** What the requests of each thing cost, round by round; the first round is the warm-up of {@code Rounds}. */
final class Costs {
    private final Map<String, List<Double>> all = new LinkedHashMap<>();

    /** Loads an address, notes what it cost, and says how many requests were answered in a second. */
    double measure(String name, Child child, String path) throws IOException, InterruptedException {
        Child.Used before = child.used();
        Wrk wrk = Wrk.load(child.url(path));
        Child.Used after = child.used();
        note(name + " bytes", (after.allocated() - before.allocated()) / wrk.requests());
        note(name + " cpu", (after.cpuNanos() - before.cpuNanos()) / wrk.requests() / 1000);
        note(name + " p50", wrk.p50());
        note(name + " p99", wrk.p99());
        return wrk.perSecond();
    }

    private void note(String name, double figure) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(figure);
    }

    Figures figures() {
        Map<String, List<Double>> counted = new LinkedHashMap<>();
        all.forEach((name, figures) -> counted.put(name, figures.subList(1, figures.size())));
        return new Figures(counted);
    }
}

package org.migrationmodes.benchmark.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What was measured of one thing.
 *
 * @param name class, method and parameters
 * @param figures for each number of threads, from one on
 */
record RequestRow(String name, List<Figures> figures) {
    /** The iterations' middle, their middle half, and what was allocated. */
    record Figures(double nanoseconds, double low, double high, double bytes) {
        @Override
        public String toString() {
            String form = nanoseconds < 10 ? "%.2f (%.2f-%.2f)" : "%.0f (%.0f-%.0f)";
            return String.format(Locale.ROOT, form, nanoseconds, low, high);
        }

        /** The profiler's own doings come to less than a byte. */
        String allocated() {
            return String.format(Locale.ROOT, "%.0f", bytes);
        }
    }

    static RequestRow of(RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"));
        Figures figures = new Figures(
                times.getPercentile(50), times.getPercentile(25), times.getPercentile(75), allocated.getScore());
        return new RequestRow(name(result.getParams()), List.of(figures));
    }

    private static String name(BenchmarkParams params) {
        String[] words = params.getBenchmark().split("\\.");
        StringBuilder name = new StringBuilder(words[words.length - 2] + "." + words[words.length - 1]);
        params.getParamsKeys().forEach(key -> name.append(' ').append(params.getParam(key)));
        return name.toString();
    }

    RequestRow and(RequestRow more) {
        List<Figures> all = new ArrayList<>(figures);
        all.addAll(more.figures);
        return new RequestRow(name, all);
    }
}

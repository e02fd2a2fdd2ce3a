package org.migrationmodes.benchmark.request;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Report;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH over what a request meets, with one thread and with two. A check that fails in a benchmark ends it. */
public final class Request implements Benchmark {
    private static final String PART = "request";
    private static final int MOST_THREADS = 2;
    private static final TimeValue ONE_MEASUREMENT = TimeValue.milliseconds(300);

    @Override
    public void run(Report report) throws IOException {
        Map<String, RequestRow> rows = new LinkedHashMap<>();
        for (int threads = 1; threads <= MOST_THREADS; threads++) {
            for (RunResult result : measured(threads)) {
                RequestRow row = RequestRow.of(result);
                rows.merge(row.name(), row, RequestRow::and);
            }
        }
        report.write(PART, RequestTable.of(rows.values()));
    }

    private static Collection<RunResult> measured(int threads) {
        Options options = new OptionsBuilder()
                .include("org\\.migrationmodes\\.benchmark\\.request\\.FlagBenchmark\\.")
                .include("org\\.migrationmodes\\.gate\\.(Judge|Filter)Benchmark\\.")
                .include("org\\.migrationmodes\\.banner\\.ScanBenchmark\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(2)
                .warmupIterations(4)
                .warmupTime(ONE_MEASUREMENT)
                .measurementIterations(5)
                .measurementTime(ONE_MEASUREMENT)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("nothing is reported, since a benchmark failed", e);
        }
    }
}

package org.migrationmodes.benchmark;

import java.io.IOException;

/** Measures one thing, and writes its part of the report. */
@FunctionalInterface
public interface Benchmark {
    /**
     * Measures.
     *
     * @param report where the figures go
     * @throws IOException if something it needs is not there
     * @throws InterruptedException if somebody is tired of waiting
     * @throws IllegalStateException if what was to be measured did not happen: then nothing is reported
     */
    void run(Report report) throws IOException, InterruptedException;
}

package org.migrationmodes.benchmark.propagation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Durations that were measured, in nanoseconds. */
final class Distribution {
    private final long[] sorted;

    Distribution(List<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        this.sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The smallest of them that is not exceeded by the given share. */
    private double millis(double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }

    /** Cells of a table: how many, then p50, p90, p99 and the greatest in milliseconds. */
    String cells() {
        return sorted.length + " | "
                + String.join(
                        " | ",
                        Arrays.stream(new double[] {0.5, 0.9, 0.99, 1})
                                .mapToObj(share -> String.format(
                                        Locale.ROOT, millis(share) < 100 ? "%.1f" : "%.0f", millis(share)))
                                .toList());
    }
}

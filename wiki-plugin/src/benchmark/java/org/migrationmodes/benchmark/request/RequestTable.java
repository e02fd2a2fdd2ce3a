package org.migrationmodes.benchmark.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationmodes.benchmark.Report;

/** The figures as the page shows them. */
final class RequestTable {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("FlagBenchmark.ours", "flag: `FlagClient.current()`");
        NAMES.put("FlagBenchmark.oursAsTheFilter", "flag: as the filter reads it");
        NAMES.put("FlagBenchmark.volatileField", "flag: a volatile field");
        NAMES.put("FlagBenchmark.unleashFake", "flag: Unleash's `FakeUnleash`");
        NAMES.put("FlagBenchmark.ff4j", "flag: FF4J, in memory");
        NAMES.put("FlagBenchmark.togglzInMemory", "flag: Togglz, in memory");
        NAMES.put("FlagBenchmark.togglzCachedFile", "flag: Togglz, file behind its cache");
        NAMES.put("FlagBenchmark.caffeine", "flag: Caffeine, with expiry");
        NAMES.put("FlagBenchmark.openFeature", "flag: OpenFeature SDK, in memory");
        NAMES.put("FlagBenchmark.togglzFile", "flag: Togglz, file");
        NAMES.put("FlagBenchmark.unleash", "flag: Unleash's client, from a document");
        NAMES.put("JudgeBenchmark.judge", "judge:");
        NAMES.put("FilterBenchmark.visit", "the whole filter:");
        NAMES.put("ScanBenchmark.exact", "head of 2.4 KB: the scan, as if no page were like it");
        NAMES.put("ScanBenchmark.among", "head of 2.4 KB: the scan, among pages of one site");
        NAMES.put("ScanBenchmark.indexOf", "head of 2.4 KB: a search for `<body`");
        NAMES.put("ScanBenchmark.regex", "head of 2.4 KB: `<body[^>]*>` as a regular expression");
    }

    private RequestTable() {}

    static String of(Collection<RequestRow> rows) {
        StringBuilder table = new StringBuilder("Measured on " + LocalDate.now() + ": " + Report.machine()
                + ". Medians, and between which two the middle half of the iterations lies.\n\n"
                + "| what | ns, 1 thread | B | ns, 2 threads | B |\n|---|---|---|---|---|\n");
        NAMES.forEach((measured, shown) -> {
            int before = table.length();
            for (RequestRow row : rows) {
                String name = row.name();
                if (name.equals(measured) || name.startsWith(measured + " ")) {
                    table.append("| ").append(shown).append(name.substring(measured.length()));
                    row.figures()
                            .forEach(figures -> table.append(" | ")
                                    .append(figures)
                                    .append(" | ")
                                    .append(figures.allocated()));
                    table.append(" |\n");
                }
            }
            if (table.length() == before) {
                throw new IllegalStateException(measured + " was not measured");
            }
        });
        return table.toString();
    }
}

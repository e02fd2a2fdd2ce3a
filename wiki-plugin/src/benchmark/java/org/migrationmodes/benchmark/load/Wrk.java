package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code wrk} tells of one run.
 *
 * @param requests how many were answered
 * @param perSecond how many of them in a second
 * @param p50 half of them took at most so many milliseconds
 * @param p99 of a hundred, 99
 */
record Wrk(double requests, double perSecond, double p50, double p99) {
    static final String COMMAND = "wrk -t1 -c8 -d1s --latency";
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0);

    /**
     * Loads an address for a second.
     *
     * @throws IllegalStateException if an answer was no page, or none came
     */
    static Wrk load(String url) throws IOException, InterruptedException {
        return load(url, 1);
    }

    /** As {@link #load(String)}, for so many seconds. */
    static Wrk load(String url, int seconds) throws IOException, InterruptedException {
        String said = run(List.of("-d" + seconds + "s", url));
        if (said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IllegalStateException(url + " was not always answered:\n" + said);
        }
        return new Wrk(
                number(said, "(\\d+) requests in"),
                number(said, "Requests/sec:\\s+([0-9.]+)"),
                millis(said, "50%"),
                millis(said, "99%"));
    }

    /**
     * Writes what a script says for a second.
     *
     * @return how many answers came in a second
     * @throws IllegalStateException if one of them was no refusal
     */
    static double refused(String url, Path script) throws IOException, InterruptedException {
        String said = run(List.of("-s", script.toString(), url));
        double requests = number(said, "(\\d+) requests in");
        if (!said.contains("Non-2xx") || number(said, "Non-2xx or 3xx responses: (\\d+)") != requests) {
            throw new IllegalStateException(url + " was not always refused:\n" + said);
        }
        return number(said, "Requests/sec:\\s+([0-9.]+)");
    }

    private static String run(List<String> more) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Arrays.stream(COMMAND.split(" ", -1)), more.stream())
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static double number(String said, String pattern) {
        return Double.parseDouble(find(said, pattern).group(1));
    }

    private static double millis(String said, String share) {
        Matcher found = find(said, "\\s" + share + "\\s+([0-9.]+)(us|ms|s)\\b");
        return Double.parseDouble(found.group(1)) * MILLIS.getOrDefault(found.group(2), 1.0);
    }

    private static Matcher find(String said, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk says nothing of " + pattern + ":\n" + said);
        }
        return matcher;
    }
}

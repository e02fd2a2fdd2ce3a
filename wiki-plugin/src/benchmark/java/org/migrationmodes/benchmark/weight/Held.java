package org.migrationmodes.benchmark.weight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds.
 *
 * @param heap in kilobytes, after a full collection
 * @param threads how many are the plugin's
 */
record Held(double heap, long threads) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** Of our child whose command line names this folder. */
    static Held by(Path home) throws IOException, InterruptedException {
        long pid = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(home.toString()))
                .findFirst()
                .orElseThrow()
                .pid();
        Matcher total = TOTAL.matcher(jcmd(pid, "GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd does not say what is on the heap");
        }
        long threads = jcmd(pid, "Thread.print")
                .lines()
                .filter(line -> line.startsWith("\"migration-modes"))
                .count();
        return new Held(Double.parseDouble(total.group(1)) / 1e3, threads);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

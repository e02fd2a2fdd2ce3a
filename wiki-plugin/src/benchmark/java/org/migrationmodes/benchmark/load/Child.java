package org.migrationmodes.benchmark.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.migrationmodes.benchmark.HostClassPath;

/** A {@link LoadServer}; it ends with its input, and so no later than we do. */
final class Child implements AutoCloseable {

    /** In MB: more than any of them needs, so that memory decides nothing. */
    private static final int HEAP = 1536;

    private static final int WARM_UP_SECONDS = 6;

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final int port;

    /** What it has used since it started. */
    record Used(double allocated, double cpuNanos) {}

    /** After a full collection: bytes, and how many. */
    record Held(double heap, double threads, double handles) {}

    Child(String server, Path application, Path log) throws IOException {
        this(server, application, log, HEAP);
    }

    /** With so many MB of heap. */
    Child(String server, Path application, Path log, int heap) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap + "m",
                        "-cp",
                        HostClassPath.get(),
                        LoadServer.class.getName(),
                        server,
                        application.toString())
                .redirectError(log.toFile())
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
        port = Integer.parseInt(answer("port ")[0]);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Used used() throws IOException {
        String[] used = ask("used");
        return new Used(Double.parseDouble(used[0]), Double.parseDouble(used[1]));
    }

    Held held() throws IOException {
        String[] held = ask("held");
        return new Held(Double.parseDouble(held[0]), Double.parseDouble(held[1]), Double.parseDouble(held[2]));
    }

    private String[] ask(String what) throws IOException {
        in.write(what + "\n");
        in.flush();
        return answer(what + " ");
    }

    /** Has the compiler done what it does for a server that runs for days; it shares the core with it here. */
    void warmUp(List<String> paths) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_SECONDS; i++) {
            for (String path : paths) {
                Wrk.load(url(path));
            }
        }
    }

    private String[] answer(String to) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(to)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("The server ended; its log is what it wrote to its standard error");
        }
        return line.substring(to.length()).split(" ", -1);
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}

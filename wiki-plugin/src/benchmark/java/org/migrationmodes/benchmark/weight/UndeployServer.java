package org.migrationmodes.benchmark.weight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.migrationmodes.testing.RawHttp;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

/** A Tomcat in a JVM of its own that deploys what it is told, and says how soon it was gone again. */
public final class UndeployServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/app";

    private UndeployServer() {}

    /**
     * Serves until its input ends: reads the folder of an application from each line, and answers it with milliseconds.
     *
     * @param arguments none
     * @throws IOException if its input cannot be read, or an application not be asked
     */
    public static void main(String[] arguments) throws IOException {
        try (TomcatHost host = TomcatHost.start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String folder = in.readLine(); folder != null; folder = in.readLine()) {
                System.out.println(once(host, Path.of(folder)));
            }
        }
    }

    private static double once(TomcatHost host, Path folder) throws IOException {
        host.deploy(Webapp.at(PATH, folder));
        boolean plugged = Files.exists(folder.resolve("WEB-INF/lib"));
        if (new RawHttp(host.port()).get(PATH + "/index.html").status() != 200 || plugged == ours().isEmpty()) {
            throw new IllegalStateException(folder + " does not run as it should, with " + ours() + ":\n" + host.log());
        }
        int before = host.log().length();
        WeakReference<ClassLoader> loader = new WeakReference<>(host.classLoader(PATH));
        long begin = System.nanoTime();
        host.undeploy(PATH);
        while (loader.get() != null || !ours().isEmpty()) {
            System.gc();
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("What is left: " + ours() + ", " + loader.get());
            }
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        String said = host.log().substring(before);
        if (said.lines().anyMatch(line -> line.startsWith("WARNING") || line.startsWith("SEVERE"))) {
            throw new IllegalStateException(said);
        }
        return millis;
    }

    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("migration-modes") || name.contains("OkHttp"))
                .toList();
    }
}

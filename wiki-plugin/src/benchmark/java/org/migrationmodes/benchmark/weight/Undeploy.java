package org.migrationmodes.benchmark.weight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.HostClassPath;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;
import org.migrationmodes.testing.FlagServer;
import org.migrationmodes.testing.PluginJar;

/** How soon a web application that is taken off a running Tomcat is gone, class loader and threads. */
public final class Undeploy implements Benchmark {
    private static final int ROUNDS = 9;
    /** What Tomcat opens for its own leak checks where it is started by its script. */
    private static final List<String> OPENED = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.rmi/sun.rmi.transport");

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path parent = Files.createTempDirectory("undeploy");
        try (FlagServer website = new FlagServer()) {
            website.serve("\"1\"", "{ \"services\": { \"wiki\": \"normal\" } }");
            Map<String, Path> applications = new LinkedHashMap<>();
            applications.put("an empty one", Weight.empty(parent));
            applications.put("with a local flag", with(parent, "{ \"mode\": \"normal\" }"));
            applications.put("with a remote flag", with(parent, "{ \"remote\": \"" + website.url() + "\" }"));
            Figures figures = measure(applications, parent.resolve("server.log"));
            StringBuilder table = new StringBuilder("Measured on " + LocalDate.now(ZoneId.systemDefault()) + ": "
                    + Report.machine() + "; embedded Tomcat, medians of " + ROUNDS + " rounds.\n\n"
                    + "| web application | stopped and collected, ms | longest |\n|---|---|---|\n");
            for (String name : applications.keySet()) {
                table.append(String.format(
                        Locale.ROOT, "| %s | %.0f | %.0f |%n", name, figures.median(name), figures.greatest(name)));
            }
            report.write("undeploy", table.toString());
        }
    }

    private static Figures measure(Map<String, Path> applications, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", HostClassPath.get(), UndeployServer.class.getName()));
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            Rounds rounds = new Rounds(ROUNDS);
            applications.forEach((name, folder) -> rounds.with(name, () -> {
                in.write(folder + "\n");
                in.flush();
                String millis = out.readLine();
                if (millis == null) {
                    throw new IOException(Files.readString(log));
                }
                return Double.parseDouble(millis);
            }));
            return rounds.run();
        } finally {
            process.destroy();
        }
    }

    private static Path with(Path parent, String flag) throws IOException {
        Path folder = Weight.empty(parent);
        PluginJar.dropInto(folder, Path.of(System.getProperty("wiki-plugin.jar")));
        Files.writeString(folder.resolve("WEB-INF/migration.json"), flag);
        return folder;
    }
}

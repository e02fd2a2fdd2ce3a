package org.migrationmodes.benchmark.weight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;
import org.migrationmodes.testing.FlagServer;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.StandaloneTomcat;
import org.migrationmodes.testing.Webapp;

/** Sizes of the jars, and what one of them adds to a start and to the heap, with a local flag and with a remote one. */
public final class Weight implements Benchmark {
    private static final int ROUNDS = 9;
    private static final String NONE = "none";
    private static final String LOCAL = "{ \"mode\": \"normal\" }";
    private static final String FLAG = "{ \"services\": { \"wiki\": \"normal\" } }";
    private static final String CONTROL = "none, once more";
    private static final String WITH_FILE = "with a local flag";
    private static final String WITH_REMOTE = "with a remote flag";

    private final Map<String, Server> servers = new LinkedHashMap<>();

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path jar = jar("wiki-plugin.jar");
        StringBuilder text = new StringBuilder("Measured on " + LocalDate.now(ZoneId.systemDefault()) + ": "
                + Report.machine() + "; medians of " + ROUNDS + " starts each, in turn.\n\n");
        text.append(JarTable.of(jar)).append('\n').append("`forum-plugin.jar` has ");
        text.append(Files.size(jar("forum-plugin.jar")) / 1000).append(" kB.\n\n");
        text.append(
                "| added to | start with a local flag, ms | with a remote one | start without the jar, ms | heap with a"
                        + " local flag, kB | with a remote one | threads with a local flag | with a remote one |\n"
                        + "|---|---|---|---|---|---|---|---|\n");
        Path folder = Files.createTempDirectory("weight");
        text.append(row("an empty web application", () -> empty(folder), "/app/index.html", jar));
        text.append(row("JSPWiki", () -> wiki(folder), "/app/Wiki.jsp?page=Main", jar));
        report.write("weight", text.toString());
    }

    @FunctionalInterface
    private interface Application {
        Path folder() throws IOException;
    }

    private String row(String name, Application application, String page, Path jar)
            throws IOException, InterruptedException {
        try (FlagServer website = new FlagServer()) {
            website.serve("\"1\"", FLAG);
            String remote = "{ \"remote\": \"" + website.url() + "\" }";
            add(NONE, application, page, jar, null);
            add(CONTROL, application, page, jar, null);
            add(WITH_FILE, application, page, jar, LOCAL);
            add(WITH_REMOTE, application, page, jar, remote);
            Rounds rounds = new Rounds(ROUNDS);
            servers.forEach((what, server) -> rounds.with(what, server::start));
            Figures starts = rounds.run();
            starts.control(NONE, CONTROL);
            Held none = server(NONE).held();
            Held file = server(WITH_FILE).held();
            Held followed = server(WITH_REMOTE).held();
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %d | %d |%n",
                    name,
                    starts.median(WITH_FILE) - starts.median(NONE),
                    starts.median(WITH_REMOTE) - starts.median(NONE),
                    starts.median(NONE),
                    file.heap() - none.heap(),
                    followed.heap() - none.heap(),
                    file.threads(),
                    followed.threads());
        } finally {
            servers.values().forEach(Server::close);
            servers.clear();
        }
    }

    private Server server(String what) {
        Server server = servers.get(what);
        if (server == null) {
            throw new IllegalArgumentException(what);
        }
        return server;
    }

    private void add(String what, Application application, String page, Path jar, @Nullable String configuration)
            throws IOException {
        Path folder = application.folder();
        if (configuration != null) {
            PluginJar.dropInto(folder, jar);
        }
        StandaloneTomcat tomcat = StandaloneTomcat.unpack().deploy(Webapp.at("/app", folder));
        servers.put(what, new Server(tomcat, page, configuration));
    }

    static Path empty(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "app");
        Files.createDirectories(folder.resolve("WEB-INF"));
        Files.writeString(folder.resolve("index.html"), "<!DOCTYPE html><html><body>Empty</body></html>");
        return folder;
    }

    private static Path wiki(Path parent) throws IOException {
        return JspWiki.install(Files.createTempDirectory(parent, "wiki").resolve("wiki"))
                .webappFolder();
    }

    private static Path jar(String name) {
        return Path.of(System.getProperty(name));
    }
}

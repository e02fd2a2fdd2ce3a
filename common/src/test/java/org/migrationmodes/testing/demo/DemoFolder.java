package org.migrationmodes.testing.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.migrationmodes.testing.Webapp;

/** The folder of one server of the demo, made anew at each start. */
final class DemoFolder {
    private DemoFolder() {}

    static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** What the admin of a real server does: the jar into WEB-INF/lib, and a configuration file. */
    static Webapp withPlugin(Webapp webapp, Path plugin, String flagUrl) throws IOException {
        Path lib = Files.createDirectories(webapp.folder().resolve("WEB-INF/lib"));
        Files.copy(plugin, lib.resolve(plugin.getFileName()));
        Path conf = Files.createDirectories(webapp.folder().resolveSibling("conf"));
        Files.writeString(conf.resolve("migration.json"), """
                {
                  // Obey the flag that the website publishes; any "mode" here would beat it, for this server alone.
                  "remote": { "url": "%s", "interval": "1s" }
                }
                """.formatted(flagUrl));
        return webapp.contextParam(
                        "migration.config", conf.resolve("migration.json").toString())
                .contextParam("migration.state", conf.resolveSibling("state").toString());
    }
}

package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.StandaloneTomcat;
import org.migrationmodes.testing.Webapp;

/** Which of the plugin's classes a server loads. */
class WikiClassesIT {
    private static final String OURS = "org.migrationmodes.";
    private static final String CLIENT = OURS + "internal.(okhttp3|okio|kotlin)\\..*";

    @TempDir
    Path folder;

    /** The names of the plugin's classes that were loaded until it knew its mode. */
    private List<String> loaded(String configuration) throws IOException {
        PluginJar.dropInto(folder.resolve("app"));
        Path log = folder.resolve("classes.log");
        try (StandaloneTomcat tomcat = StandaloneTomcat.unpack()) {
            MigrationFile.create(tomcat.home().resolve("conf/migration.json")).write(configuration);
            tomcat.deploy(Webapp.at("/app", folder.resolve("app")))
                    .environment("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log)
                    .start();
            MigrationFile.awaitMode("read-only", tomcat, "/app");
        }
        try (var lines = Files.lines(log)) {
            return lines.flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> word.startsWith(OURS))
                    .distinct()
                    .toList();
        }
    }

    @Test
    void oneWithAFileAloneLoadsNothingOfTheClientForTheNetwork() throws IOException {
        assertThat(loaded("{ \"mode\": \"read-only\" }"))
                .contains("org.migrationmodes.source.FlagClient")
                .noneMatch(name -> name.matches(CLIENT));
    }

    /** Or else the log would not show it. */
    @Test
    void oneThatFollowsAWebsiteLoadsIt() throws IOException {
        assertThat(loaded("{ \"mode\": \"read-only\", \"remote\": \"http://127.0.0.1:1/\" }"))
                .anyMatch(name -> name.matches(CLIENT));
    }
}

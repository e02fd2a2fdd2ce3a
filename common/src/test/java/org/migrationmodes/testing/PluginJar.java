package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged jar of the module under test, from the system property {@code plugin.jar}. */
public final class PluginJar {
    private PluginJar() {}

    public static Path path() {
        String jar = System.getProperty("plugin.jar");
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException("The system property plugin.jar must name the packaged jar, but is " + jar);
        }
        return Path.of(jar);
    }

    /** Does what an admin does: copies the jar into WEB-INF/lib and touches nothing else. */
    public static void dropInto(Path webappFolder) throws IOException {
        Path lib = Files.createDirectories(webappFolder.resolve("WEB-INF/lib"));
        Files.copy(path(), lib.resolve(path().getFileName()));
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged jar of the module under test, from the system property {@code plugin.jar}. */
public final class PluginJar {
    private PluginJar() {}

    public static Path path() {
        return named("plugin.jar");
    }

    /** The one for servers with {@code javax.servlet}, from {@code plugin.javax.jar}. */
    public static Path javax() {
        return named("plugin.javax.jar");
    }

    /** The classes of {@code javax.servlet}, from {@code javax.servlet.jar}. */
    static Path javaxServlet() {
        return named("javax.servlet.jar");
    }

    private static Path named(String property) {
        String jar = System.getProperty(property);
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException(
                    "The system property " + property + " must name the packaged jar, but is " + jar);
        }
        return Path.of(jar);
    }

    /** Does what an admin does: copies the jar into WEB-INF/lib and touches nothing else. */
    public static void dropInto(Path webappFolder) throws IOException {
        dropInto(webappFolder, path());
    }

    public static void dropInto(Path webappFolder, Path jar) throws IOException {
        Path lib = Files.createDirectories(webappFolder.resolve("WEB-INF/lib"));
        Files.copy(jar, lib.resolve(jar.getFileName()));
    }
}

package org.migrationmodes.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The configuration file of one server, in the hands of its admin. */
public final class MigrationFile {
    /** What the banner links to. */
    public static final String ANNOUNCEMENT = "https://www.example.org/post/infrastructure-migration/";

    private final Path file;

    private MigrationFile(Path file) {
        this.file = file;
    }

    /** A file that says {@code normal}. */
    public static MigrationFile create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        MigrationFile created = new MigrationFile(file.toAbsolutePath());
        created.write("{ \"mode\": \"normal\" }\n");
        return created;
    }

    public Path path() {
        return file;
    }

    /** The application with this file as its configuration, and a state folder beside the file. */
    public Webapp configure(Webapp webapp) {
        return webapp.contextParam("migration.config", file.toString())
                .contextParam(
                        "migration.state",
                        file.resolveSibling(file.getFileName() + ".state").toString());
    }

    /** Writes the file in place. */
    public void write(String json) {
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says a mode and waits until the server has it; an edit must hold within a second, this waits for ten. */
    public void say(String mode, Host host, String contextPath) {
        write("{\n  \"mode\": \"" + mode + "\",\n  \"announcement\": \"" + ANNOUNCEMENT + "\",\n}\n");
        awaitMode(mode, host, contextPath);
    }

    /** Waits until the server's status says a mode. */
    public static void awaitMode(String mode, Host host, String contextPath) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(host, contextPath).contains("\"mode\" : \"" + mode + "\""));
    }

    /** The status as an insider sees it. */
    public static String status(Host host, String contextPath) {
        return host.http().get(contextPath + "/.migration/status.json").text();
    }
}

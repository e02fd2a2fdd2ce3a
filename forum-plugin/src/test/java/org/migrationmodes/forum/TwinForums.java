package org.migrationmodes.forum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.forum.ForumFixture;

/**
 * Two forums on Tomcat with the same rows, one with the jar and one without. They stay alike as long as both are asked the
 * same, views included.
 */
final class TwinForums implements AutoCloseable {
    private static final String CONTEXT = PluggedForum.CONTEXT;
    /** Two ports would show in links. */
    private static final String NAME = "forum.example";

    private final Host bare;
    private final Host plugged;
    private final MigrationFile file;

    private TwinForums(Host bare, Host plugged, MigrationFile file) {
        this.bare = bare;
        this.plugged = plugged;
        this.file = file;
    }

    /** What both answered. */
    record Answers(RawAnswer bare, RawAnswer plugged) {}

    /** Seeds one, has it store some more, and copies it: its rows hold dates that are relative to the seeding. */
    static TwinForums start(Path folder, List<RawRequest> more) throws IOException {
        Path one = ForumFixture.explode(folder.resolve("one"));
        try (Host seeding = TomcatHost.start(Webapp.at(CONTEXT, one))) {
            more.forEach(seeding.http()::send);
        }
        Path other = folder.resolve("other");
        copy(one, other);
        PluginJar.dropInto(other);
        MigrationFile file = MigrationFile.create(folder.resolve("conf/migration.json"));
        Webapp ofItsOwnRows = Webapp.at(CONTEXT, other)
                .contextParam("forum.data", ForumFixture.data(other).toString());
        Host plugged = TomcatHost.start(file.configure(ofItsOwnRows));
        return new TwinForums(TomcatHost.start(Webapp.at(CONTEXT, one)), plugged, file);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                // the times too: they are part of an entity tag
                Files.copy(source, to.resolve(from.relativize(source)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    void say(String mode) {
        file.say(mode, plugged, CONTEXT);
    }

    Answers ask(RawRequest request) {
        RawRequest named = request.header("Host", NAME);
        return new Answers(bare.http().send(named), plugged.http().send(named));
    }

    @Override
    public void close() {
        bare.close();
        plugged.close();
    }
}

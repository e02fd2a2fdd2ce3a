package org.migrationmodes.forum;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.forum.ForumFixture;

/** The fixture forum with the packaged jar in WEB-INF/lib, running at {@value #CONTEXT}. */
final class PluggedForum implements AutoCloseable {
    static final String CONTEXT = "/forum";

    private final Path webapp;
    private final MigrationFile file;
    private final Host host;

    private PluggedForum(Path webapp, MigrationFile file, Host host) {
        this.webapp = webapp;
        this.file = file;
        this.host = host;
    }

    static PluggedForum start(Container container, Path folder) throws IOException {
        Path webapp = ForumFixture.explode(folder.resolve("forum"));
        PluginJar.dropInto(webapp);
        MigrationFile file = MigrationFile.create(folder.resolve("conf/migration.json"));
        return new PluggedForum(webapp, file, container.start(file.configure(Webapp.at(CONTEXT, webapp))));
    }

    /** Edits the configuration file and waits until the mode holds. */
    PluggedForum say(String mode) {
        file.say(mode, host, CONTEXT);
        return this;
    }

    MigrationFile file() {
        return file;
    }

    Host host() {
        return host;
    }

    RawAnswer send(RawRequest request) {
        return host.http().send(request);
    }

    RawAnswer get(String path) {
        return host.http().get(CONTEXT + path);
    }

    /** Everything that is stored but the counters. */
    SortedMap<String, String> stored() {
        return ForumFixture.dumpWithoutCounters(webapp);
    }

    SortedMap<String, String> storedWithCounters() {
        return ForumFixture.dump(webapp);
    }

    /** Whether a post with just this text is stored. */
    boolean holds(String message) {
        return storedWithCounters().getOrDefault("posts", "").contains("message=" + message + " |");
    }

    @Override
    public void close() {
        host.close();
    }
}

package org.migrationmodes.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.flag.Section;

/** What this package makes of a document, for tests that stand outside of it. */
public final class OurReaders {
    private OurReaders() {}

    /** Reads a configuration file and gives the warnings. */
    public static List<String> configuration(String text, LiveSettings settings) throws InvalidDocument {
        Configuration configuration = Configuration.read(text, "wiki", settings);
        configuration.settings().run();
        return configuration.warnings();
    }

    /** Reads a published flag and gives the warnings. */
    public static List<String> published(String text) throws InvalidDocument {
        return Published.read(text, null, PublicKeys.NONE, Instant.EPOCH).warnings();
    }

    /**
     * Reads a published flag that must be signed, and gives the warnings.
     *
     * @param publicKeys the setting, as JSON
     * @param previous the flag that was accepted before
     */
    public static List<String> signed(String text, String publicKeys, @Nullable String previous, Instant now)
            throws InvalidDocument {
        PublicKeys keys = PublicKeys.read(Section.parse("{\"remote\": {\"publicKeys\": " + publicKeys + "}}")
                .required("remote")
                .object());
        Published before = previous == null ? null : Published.read(previous, null, keys, now);
        return Published.read(text, before, keys, now).warnings();
    }

    /** What the log of a running server says when its valid file is replaced by this one, the file's path aside. */
    public static List<String> log(Path folder, String text, LiveSettings settings) {
        try (Server server = new Server(folder)) {
            server.settings = settings;
            server.write("{\"mode\": \"normal\"}").start().write(text).second();
            return server.log.lines().stream()
                    .map(line -> line.replace(server.file + ": ", ""))
                    .toList();
        }
    }
}

package org.migrationmodes.testing.forum.app;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the database lies. */
public final class DatabaseUrl {
    private DatabaseUrl() {}

    /** {@code data} is a folder, a JDBC URL, or null for a database of its own in memory. */
    static String of(@Nullable String data) {
        if (data == null || data.isBlank()) {
            return "jdbc:h2:mem:forum-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        }
        return data.startsWith("jdbc:") ? data : ofFolder(Path.of(data));
    }

    /**
     * The URL of the database in a folder. Mixed mode: whoever comes first opens the file and serves it on loopback to
     * all who come later, so that another class loader or process can read while the forum runs.
     */
    public static String ofFolder(Path folder) {
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("forum") + ";AUTO_SERVER=TRUE";
    }
}

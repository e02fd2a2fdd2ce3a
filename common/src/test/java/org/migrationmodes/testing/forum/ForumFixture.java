package org.migrationmodes.testing.forum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import org.migrationmodes.testing.forum.app.DatabaseUrl;

/**
 * The fixture forum from outside: unpacks it as a web application, and reads its database whoever has it open, from any
 * class loader or process of this machine.
 */
public final class ForumFixture {
    /**
     * The columns, as {@code table.column} in lower case, that reads write: a freeze that lets reads pass lets these
     * change.
     */
    public static final Set<String> COUNTERS = Set.of("topics.views", "users.last_visit", "attachments.downloads");

    private ForumFixture() {}

    /**
     * Writes an unpacked web application into a folder, which is made where it is missing: {@code WEB-INF/web.xml},
     * the forum's own classes, H2 in {@code WEB-INF/lib}, static files. Its database will lie in {@link #data}.
     *
     * @return the folder
     */
    public static Path explode(Path folder) throws IOException {
        new WebappFolder(folder).write();
        return folder;
    }

    /** Where an unpacked forum keeps its database. */
    public static Path data(Path webapp) {
        return webapp.resolve("WEB-INF/data");
    }

    /**
     * All rows of each table, as stable text in the order of the primary key. Table names are in lower case. Works while
     * the forum runs, and after it has stopped.
     *
     * @param folder an unpacked forum, or a folder that was given to one as {@code forum.data}
     */
    public static SortedMap<String, String> dump(Path folder) {
        return dump(url(folder));
    }

    /** As {@link #dump(Path)}, of any H2 database. */
    public static SortedMap<String, String> dump(String jdbcUrl) {
        return new DatabaseDump(Set.of()).of(jdbcUrl);
    }

    /** As {@link #dump(Path)}, without the {@link #COUNTERS}. */
    public static SortedMap<String, String> dumpWithoutCounters(Path folder) {
        return dumpWithoutCounters(url(folder));
    }

    /** As {@link #dump(String)}, without the {@link #COUNTERS}. */
    public static SortedMap<String, String> dumpWithoutCounters(String jdbcUrl) {
        return new DatabaseDump(COUNTERS).of(jdbcUrl);
    }

    private static String url(Path folder) {
        Path data = Files.isDirectory(folder.resolve("WEB-INF")) ? data(folder) : folder;
        // a forum that never started is a mistake of the test, not an empty database
        return DatabaseUrl.ofFolder(data) + ";IFEXISTS=TRUE";
    }
}

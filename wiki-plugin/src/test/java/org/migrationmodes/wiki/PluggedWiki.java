package org.migrationmodes.wiki;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.WikiBrowser;
import org.migrationmodes.testing.WikiRequest;
import org.migrationmodes.testing.WikiRequests;
import org.migrationmodes.testing.WikiRow;

/**
 * A wiki with the packaged plugin in it, and the admin's file.
 *
 * @param file lies beside the wiki, not in it
 */
record PluggedWiki(JspWiki wiki, MigrationFile file, String contextPath) {
    /** Drops the jar into a wiki; the file says {@code normal}. */
    static PluggedWiki of(JspWiki wiki, Path file, String contextPath) throws IOException {
        PluginJar.dropInto(wiki.webappFolder());
        return new PluggedWiki(wiki, MigrationFile.create(file), contextPath);
    }

    Webapp webapp() {
        return file.configure(wiki.webapp(contextPath));
    }

    void say(String mode, Host host) {
        file.say(mode, host, contextPath);
    }

    /** Requests that write as long as the wiki is open, as it is now. */
    List<WikiRequest> writes(Host host) {
        List<WikiRow> rows = WikiRequests.rows().stream()
                .filter(row -> row.kind() == WikiRow.Kind.WRITE)
                .toList();
        return WikiRequests.prepare(rows, visitor(host));
    }

    WikiBrowser visitor(Host host) {
        return new WikiBrowser(host.http(), contextPath);
    }
}

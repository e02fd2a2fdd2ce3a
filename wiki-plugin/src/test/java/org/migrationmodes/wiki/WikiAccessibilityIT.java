package org.migrationmodes.wiki;

import java.io.IOException;
import java.nio.file.Path;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.access.AccessibilityContract;
import org.migrationmodes.testing.access.Site;

class WikiAccessibilityIT extends AccessibilityContract {
    @Override
    protected Site startIn(Path folder) throws IOException {
        PluggedWiki wiki =
                PluggedWiki.of(JspWiki.install(folder.resolve("wiki")), folder.resolve("wiki.json"), "/wiki");
        return new Site(
                TomcatHost.start(wiki.webapp()), wiki.file(), "/wiki", "/Wiki.jsp?page=Main", "/Edit.jsp?page=Main");
    }
}

package org.migrationmodes.wiki;

import java.io.IOException;
import java.nio.file.Path;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.PluginJar;

/** The jar for {@code jakarta.servlet} on a Tomcat 11. */
class WikiOnTomcat11IT extends WikiContract {
    @Override
    JspWiki install(Path folder) throws IOException {
        return JspWiki.install(folder);
    }

    @Override
    Path plugin() {
        return PluginJar.path();
    }

    @Override
    String zip() {
        return "tomcat.next.zip";
    }
}

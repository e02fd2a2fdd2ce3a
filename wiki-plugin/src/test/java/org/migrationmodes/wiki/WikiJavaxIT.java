package org.migrationmodes.wiki;

import java.io.IOException;
import java.nio.file.Path;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.PluginJar;

/** The jar for {@code javax.servlet} in an unchanged JSPWiki on a Tomcat 9. */
class WikiJavaxIT extends WikiContract {
    @Override
    JspWiki install(Path folder) throws IOException {
        return JspWiki.installAsShipped(folder);
    }

    @Override
    Path plugin() {
        return PluginJar.javax();
    }

    @Override
    String zip() {
        return "tomcat.javax.zip";
    }
}

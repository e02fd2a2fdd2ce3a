package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.StandaloneTomcat;
import org.migrationmodes.testing.WikiBrowser;
import org.migrationmodes.testing.WikiChange;

/** A jar in a JSPWiki on a Tomcat of another line than the other tests': frozen and thawed, nothing stored in between. */
abstract class WikiContract {
    abstract JspWiki install(Path folder) throws IOException;

    abstract Path plugin();

    /** The system property that names the Tomcat's zip. */
    abstract String zip();

    @Test
    void freezesAndThaws(@TempDir Path folder) throws IOException {
        JspWiki wiki = install(folder.resolve("wiki"));
        PluginJar.dropInto(wiki.webappFolder(), plugin());
        try (StandaloneTomcat tomcat =
                StandaloneTomcat.unpack(Path.of(System.getProperty(zip()))).deploy(wiki.webapp("/wiki"))) {
            MigrationFile file = MigrationFile.create(tomcat.home().resolve("conf/migration.json"));
            tomcat.start();
            WikiBrowser visitor = new WikiBrowser(tomcat.http(), "/wiki");
            assertThat(visitor.save("Sandbox", "Grüße").status())
                    .as(tomcat.log())
                    .isEqualTo(302);
            assertThat(wiki.page("Sandbox")).contains("Grüße");

            var form = visitor.hiddenFields("/Edit.jsp?page=Sandbox")
                    .and("_editedtext", "Too late")
                    .and("ok", "Save");
            file.say("read-only", tomcat, "/wiki");
            WikiChange change = WikiChange.since(wiki);
            RawAnswer refused = visitor.post("/Edit.jsp?page=Sandbox", form);

            assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
            assertThat(change.text()).isEmpty();
            assertThat(visitor.get("/Wiki.jsp?page=Sandbox").text())
                    .containsOnlyOnce("class=\"migration-banner ")
                    .containsOnlyOnce(MigrationFile.ANNOUNCEMENT);
            file.say("normal", tomcat, "/wiki");
            assertThat(visitor.save("Sandbox", "Open again").status()).isEqualTo(302);
        }
    }
}

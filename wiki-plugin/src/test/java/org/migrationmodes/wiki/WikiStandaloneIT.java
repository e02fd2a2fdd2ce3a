package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.StandaloneTomcat;
import org.migrationmodes.testing.WikiBrowser;

/** As an admin does it: the jar into WEB-INF/lib, a file into conf, and nothing else touched. One story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WikiStandaloneIT {
    @TempDir
    static Path folder;

    private static StandaloneTomcat tomcat;
    private static MigrationFile file;

    @BeforeAll
    static void start() throws IOException {
        JspWiki wiki = JspWiki.install(folder.resolve("wiki"));
        PluginJar.dropInto(wiki.webappFolder());
        tomcat = StandaloneTomcat.unpack().deploy(wiki.webapp("/wiki"));
        file = MigrationFile.create(tomcat.home().resolve("conf/migration.json"));
        tomcat.start();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Test
    @Order(1)
    void anEditFreezesWithinASecondOrSo(TestReporter reporter) {
        assertThat(editorStatus()).as(tomcat.log()).isEqualTo(200);

        Duration freeze = timeUntil("read-only", () -> editorStatus() == 503);
        Duration thaw = timeUntil("normal", () -> editorStatus() == 200);

        reporter.publishEntry("freeze", freeze.toMillis() + " ms");
        reporter.publishEntry("thaw", thaw.toMillis() + " ms");
        // generous, for a machine that does much else
        assertThat(freeze).isLessThan(Duration.ofSeconds(5));
        assertThat(thaw).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @Order(2)
    void aStopLeavesNothingOfThePluginBehind() {
        tomcat.stop();

        assertThat(tomcat.log())
                .as("the plugin ran, or else it could leave nothing behind")
                .contains("from normal to read-only");
        assertThat(tomcat.log().lines())
                .filteredOn(line -> line.contains("appears to have started a thread")
                        || line.contains("ThreadLocal")
                        || line.contains("failed to unregister"))
                .noneMatch(line -> line.contains("migration"));
        assertThat(tomcat.log()).contains("Destroying ProtocolHandler");
    }

    @Test
    @Order(3)
    void aFrozenWikiStaysFrozenWithoutItsFile() throws IOException {
        tomcat.start();
        file.say("read-only", tomcat, "/wiki");
        Files.delete(file.path());

        tomcat.kill();
        tomcat.start();
        assertThat(editorStatus()).as(tomcat.log()).isEqualTo(503);
        tomcat.stop();
        tomcat.start();

        assertThat(editorStatus()).as(tomcat.log()).isEqualTo(503);
        assertThat(pageStatus()).isEqualTo(200);
        assertThat(tomcat.home().resolve("migration-state")).isNotEmptyDirectory();
    }

    @Test
    @Order(4)
    void theFileThatComesBackThawsIt() {
        file.say("normal", tomcat, "/wiki");

        assertThat(editorStatus()).isEqualTo(200);
    }

    private static Duration timeUntil(String mode, BooleanSupplier seen) {
        long begin = System.nanoTime();
        file.write("{ \"mode\": \"" + mode + "\", \"announcement\": \"" + MigrationFile.ANNOUNCEMENT + "\" }\n");
        await(mode).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(seen::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static int editorStatus() {
        return visitor().get("/Edit.jsp?page=Sandbox").status();
    }

    private static int pageStatus() {
        return visitor().get("/Wiki.jsp?page=Sandbox").status();
    }

    private static WikiBrowser visitor() {
        return new WikiBrowser(tomcat.http(), "/wiki");
    }
}

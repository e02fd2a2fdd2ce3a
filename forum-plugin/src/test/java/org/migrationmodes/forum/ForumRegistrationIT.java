package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.forum.ForumFixture;

/** However the filter comes into the web application, it is there once and before all others. */
class ForumRegistrationIT {
    private static final String CONTEXT = PluggedForum.CONTEXT;
    private static final String XWIKI_LIKE = " metadata-complete=\"true\"";
    private static final String NO_FRAGMENTS = "<absolute-ordering/>";
    private static final String BY_HAND = """
            <filter>
              <filter-name>migration-modes</filter-name>
              <filter-class>org.migrationmodes.forum.ForumModeFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping>
              <filter-name>migration-modes</filter-name>
              <url-pattern>/*</url-pattern>
              <dispatcher>REQUEST</dispatcher>
              <dispatcher>ASYNC</dispatcher>
            </filter-mapping>
            """;
    private static final String OWN_FILTER = """
            <filter>
              <filter-name>own</filter-name>
              <filter-class>org.migrationmodes.forum.MarkingFilter</filter-class>
            </filter>
            <filter-mapping>
              <filter-name>own</filter-name>
              <url-pattern>/*</url-pattern>
            </filter-mapping>
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void byHandWhereTheContainerLooksIntoNoJar(Container container) throws Exception {
        assertWorksOnceAndFirst(container, XWIKI_LIKE, NO_FRAGMENTS + BY_HAND + OWN_FILTER);
    }

    @ParameterizedTest
    @EnumSource
    void byTheInitializerInAnOrdinaryWebXml(Container container) throws Exception {
        assertWorksOnceAndFirst(container, "", OWN_FILTER);
    }

    @ParameterizedTest
    @EnumSource
    void byTheInitializerWhereWebXmlIsComplete(Container container) throws Exception {
        assertWorksOnceAndFirst(container, XWIKI_LIKE, OWN_FILTER);
    }

    @ParameterizedTest
    @EnumSource
    void byHandAndByTheInitializer(Container container) throws Exception {
        assertWorksOnceAndFirst(container, "", BY_HAND + OWN_FILTER);
    }

    /** An admin who copied the lines under another name, and twice. */
    @ParameterizedTest
    @EnumSource
    void byHandTwice(Container container) throws Exception {
        String again = BY_HAND.replace("migration-modes", "migration-modes-again");
        assertWorksOnceAndFirst(container, "", BY_HAND + again + OWN_FILTER);
    }

    private void assertWorksOnceAndFirst(Container container, String attributes, String filters) throws Exception {
        Path webapp = ForumFixture.explode(folder.resolve("forum"));
        PluginJar.dropInto(webapp);
        extend(webapp.resolve("WEB-INF/web.xml"), attributes, filters);
        MigrationFile file = MigrationFile.create(folder.resolve("conf/migration.json"));
        try (Host host = container.start(file.configure(Webapp.at(CONTEXT, webapp)))) {
            file.say("read-only", host, CONTEXT);

            RawAnswer page = host.http().get("/forum/forums/list.page");
            RawAnswer refused = host.http()
                    .post("/forum/jforum.page", Form.of("module", "posts", "action", "insertSave", "topic_id", "1"));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header(MarkingFilter.HEADER)).isPresent();
            assertThat(page.text())
                    .containsOnlyOnce("migration-banner ")
                    .contains("<body><div class=\"migration-banner ");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header(MarkingFilter.HEADER)).isEmpty();
            assertThat(host.log()).containsOnlyOnce("starts in mode");
        }
    }

    private static void extend(Path webXml, String attributes, String filters) throws IOException {
        String xml = Files.readString(webXml)
                .replace(" version=\"6.0\">", " version=\"6.0\"" + attributes + ">")
                .replace("  <servlet>", filters + "  <servlet>");
        Files.writeString(webXml, xml);
    }
}

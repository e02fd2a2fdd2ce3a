package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.TomcatHost;

/** An admin's mistakes, one after the other, on one wiki: it stays up, in the mode that was last known. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WikiWrongConfigurationIT {
    /** Too short for a token, and not to be shown. */
    private static final String SECRET = "swordfish";

    /**
     * A file, and what the log must say of it.
     *
     * @param said the place and the value, among other words
     */
    private record Mistake(String json, List<String> said) {
        Mistake(String json, String... said) {
            this(json, List.of(said));
        }
    }

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("{ \"mode\": \"read-only\",\n  \"announcement\": }", "line 2"),
            new Mistake("{ \"mode\": \"frozen\" }", "mode:", "frozen", "read-only"),
            new Mistake(
                    "{ \"services\": { \"wiki\": { \"schedule\": ["
                            + " { \"at\": \"2021-02-26T20:00:00\", \"mode\": \"read-only\" } ] } } }",
                    "services.wiki.schedule[0].at:",
                    "2021-02-26T20:00:00"),
            new Mistake(
                    "{ \"mode\": \"closed\", \"routes\": [ { \"path\": \"/x/**\", \"verdict\": \"writes\" } ] }",
                    "routes[0].verdict:",
                    "writes"),
            new Mistake("{ \"remote\": \"http://www.example.org/flag.json\" }", "remote:", "http://www.example.org/"),
            new Mistake("{ \"mode\": \"closed\", \"admin\": { \"token\": \"" + SECRET + "\" } }", "admin.token:"),
            new Mistake("{ \"mode\": \"closed\", \"announcement\": \"javascript:alert(1)\" }", "announcement", "javas"),
            new Mistake("{ \"mode\": \"closed\", \"always\": 7 }", "always:", "7"));

    @TempDir
    static Path folder;

    private static PluggedWiki wiki;
    private static TomcatHost tomcat;

    @BeforeAll
    static void start() throws IOException {
        wiki = PluggedWiki.of(JspWiki.install(folder.resolve("wiki")), folder.resolve("wiki.json"), "/wiki");
        Files.writeString(wiki.file().path(), MISTAKES.get(0).json());
        tomcat = TomcatHost.start(wiki.webapp());
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Test
    @Order(1)
    void whereNothingWasKnownTheWikiIsOpen() {
        assertThat(tomcat.log()).contains(MISTAKES.get(0).said());
        MISTAKES.stream().skip(1).forEach(mistake -> {
            make(mistake);
            isIn("normal", 200);
        });
    }

    @Test
    @Order(2)
    void aCorrectedFileTakesEffect() {
        wiki.say("read-only", tomcat);

        isIn("read-only", 503);
    }

    @Test
    @Order(3)
    void aFrozenWikiStaysFrozen() {
        MISTAKES.forEach(mistake -> {
            make(mistake);
            isIn("read-only", 503);
        });
    }

    @Test
    @Order(4)
    void soItDoesWhenItIsStartedAgain() {
        tomcat.undeploy("/wiki");
        tomcat.deploy(wiki.webapp());

        isIn("read-only", 503);
    }

    @Test
    @Order(5)
    void correctedAgainItThaws() {
        wiki.say("normal", tomcat);

        isIn("normal", 200);
    }

    @Test
    @Order(6)
    void eachTimeTheLogSaysItOnce() {
        List<String> told = tomcat.log()
                .lines()
                .filter(line -> line.contains(wiki.file().path().toString()))
                .toList();

        // each was made twice, and the last of them still stood there when the wiki was started again
        Mistake last = MISTAKES.get(MISTAKES.size() - 1);
        assertThat(MISTAKES)
                .allSatisfy(mistake -> assertThat(told)
                        .filteredOn(line -> mistake.said().stream().allMatch(line::contains))
                        .as(mistake.json())
                        .hasSize(mistake.equals(last) ? 3 : 2));
    }

    @Test
    @Order(7)
    void noSecretIsInTheLog() {
        assertThat(tomcat.log()).doesNotContain(SECRET);
    }

    private static void make(Mistake mistake) {
        int before = tomcat.log().length();
        wiki.file().write(mistake.json());
        await(mistake.json())
                .untilAsserted(() -> assertThat(tomcat.log().substring(before)).contains(mistake.said()));
    }

    private static void isIn(String mode, int editorStatus) {
        assertThat(MigrationFile.status(tomcat, "/wiki")).contains("\"mode\" : \"" + mode + '"');
        assertThat(wiki.visitor(tomcat).get("/Edit.jsp?page=Sandbox").status()).isEqualTo(editorStatus);
        assertThat(wiki.visitor(tomcat).get("/Wiki.jsp?page=Sandbox").status()).isEqualTo(200);
    }
}

package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.WikiBrowser;

/**
 * Starts and stops the wiki in a container that goes on: nothing of the plugin stays. The wiki itself would ({@link
 * TidyWiki}), so it is first shown without the plugin that the wiki does not; and with a leak made on purpose, that each
 * check sees one.
 */
class WikiRedeployIT {
    private static final int ROUNDS = 20;
    private static final Duration POLL = Duration.ofMillis(10);
    /** A page that the server has as a file. */
    private static final String STATIC_PAGE = "/error/Forbidden.html";

    private static final String BANNER = "href=\"" + MigrationFile.ANNOUNCEMENT + "\"";

    private static final String FLAG =
            "{ \"services\": { \"wiki\": \"read-only\" }, \"announcement\": \"" + MigrationFile.ANNOUNCEMENT + "\" }";
    /** More than what comes with the head of an answer. */
    private static final String UNREAD = "<p>This is not the flag.</p>\n".repeat(10_000);

    private static final ThreadLocal<Class<?>> KEPT = new ThreadLocal<>();

    @TempDir
    static Path folder;

    private static JspWiki bare;
    private static JspWiki plugged;
    private static TomcatHost tomcat;

    private final Leftovers leftovers = new Leftovers();
    private final FlagServer website = new FlagServer();
    private final AtomicInteger waiting = new AtomicInteger();
    private int logged;

    @BeforeAll
    static void start() throws IOException {
        bare = TidyWiki.install(folder.resolve("bare"));
        plugged = TidyWiki.install(folder.resolve("plugged"));
        PluginJar.dropInto(plugged.webappFolder());
        tomcat = TomcatHost.start();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @BeforeEach
    void remember() {
        logged = tomcat.log().length();
    }

    @AfterEach
    void closeWebsite() {
        website.close();
    }

    @Test
    void withoutThePluginNothingIsLeft() {
        deploy(bare.webapp("/wiki"));
        assertThat(visitor().get("/Wiki.jsp?page=Main").status()).isEqualTo(200);
        undeploy();

        nothingIsLeft();
    }

    @Test
    void whatIsLeftIsSeen() throws Exception {
        deploy(bare.webapp("/wiki"));
        CountDownLatch end = leaveThread(tomcat.classLoader("/wiki").loadClass("org.apache.wiki.WikiEngine"));
        try {
            undeploy();

            assertThat(leftovers.loaders()).isEqualTo(1);
            assertThat(leftovers.threads()).contains("left on purpose");
            assertThat(warnings())
                    .anyMatch(warning -> warning.contains("[left on purpose]"))
                    .anyMatch(warning -> warning.contains("ThreadLocal") && warning.contains("[class org.apache.wiki"));
        } finally {
            end.countDown();
        }
        leftovers.awaitNone();
    }

    /** A thread of a web application that keeps one of its classes for itself, until the latch is down. */
    private static CountDownLatch leaveThread(Class<?> kept) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread left = new Thread(
                () -> {
                    KEPT.set(kept);
                    begun.countDown();
                    awaitQuietly(end);
                },
                "left on purpose");
        left.setContextClassLoader(kept.getClassLoader());
        left.start();
        begun.await();
        return end;
    }

    @Test
    void afterTwentyRoundsNothingIsLeft() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            freezeFromAfarAndStop(round);
        }

        assertThat(leftovers.watched()).isEqualTo(ROUNDS);
        nothingIsLeft();
        assertThat(warnings()).isEmpty();
    }

    /** The plugin is seen at work in each of its threads, and stopped while one of them waits for the website. */
    private void freezeFromAfarAndStop(int round) throws IOException {
        website.script(request -> request.contains("/flag.json")
                ? FlagAnswer.of("302 Found", "Location: /moved.json\r\n", UNREAD)
                : FlagAnswer.of("200 OK", "", FLAG));
        // a new one each time, so that nothing is known before the website was asked
        MigrationFile file = MigrationFile.create(folder.resolve("round" + round + "/wiki.json"));
        follow(file, website.url());
        deploy(file.configure(plugged.webapp("/wiki")));

        assertThat(visitor().get(STATIC_PAGE).text()).contains(BANNER);
        assertThat(edit()).isEqualTo(503);
        assertThat(MigrationFile.status(tomcat, "/wiki")).contains("\"mode\" : \"read-only\"", website.url());

        keepWaiting();
        follow(file, website.url() + "?again");
        await("a request that waits").pollInterval(POLL).until(() -> waiting.get() == 1 && wasAskedAgain());
        assertThat(leftovers.threads())
                .contains("migration-modes-wiki-file", "migration-modes-wiki-remote", "migration-modes-wiki-alarm");
        undeploy();
        await("end of the connection").pollInterval(POLL).until(() -> waiting.get() == 0);
    }

    @Test
    void aWikiThatWasUsedLeavesNothing() throws IOException {
        MigrationFile file = MigrationFile.create(folder.resolve("used/wiki.json"));
        deploy(file.configure(plugged.webapp("/wiki")));
        assertThat(visitor().save("Sandbox", "Saved through the plugin").status())
                .isEqualTo(302);
        website.script(request -> FlagAnswer.of("404 Not Found", "", UNREAD));
        follow(file, website.url());
        await("an answer of no use")
                .until(() -> MigrationFile.status(tomcat, "/wiki").contains("answered 404"));
        file.say("read-only", tomcat, "/wiki");
        assertThat(visitor().get("/Wiki.jsp?page=Main").text()).contains(BANNER);
        assertThat(edit()).isEqualTo(503);
        file.say("closed", tomcat, "/wiki");
        assertThat(visitor().get("/Wiki.jsp?page=Main").status()).isEqualTo(503);
        undeploy();

        nothingIsLeft();
        assertThat(warnings()).isEmpty();
    }

    private void deploy(Webapp webapp) {
        tomcat.deploy(webapp);
        leftovers.watch(tomcat.classLoader("/wiki"));
    }

    private void undeploy() {
        tomcat.undeploy("/wiki");
        TidyWiki.forgetSessions();
    }

    private void nothingIsLeft() {
        long millis = leftovers.awaitNone().toMillis();
        System.out.printf(
                "Threads and %d class loaders of the wiki were gone after %d ms%n", leftovers.watched(), millis);
    }

    private List<String> warnings() {
        return Leftovers.warnings(tomcat.log().substring(logged)).stream()
                .filter(warning -> !TidyWiki.isItsOwn(warning))
                .toList();
    }

    /** Whoever asks the website gets no answer; that they gave up is noticed. */
    private void keepWaiting() {
        website.handle((request, connection) -> {
            waiting.incrementAndGet();
            try {
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    private static void follow(MigrationFile file, String url) {
        file.write("{ \"mode\": \"follow\", \"remote\": \"" + url + "\" }");
    }

    private boolean wasAskedAgain() {
        return website.requests().get(website.requests().size() - 1).contains("?again");
    }

    private static WikiBrowser visitor() {
        return new WikiBrowser(tomcat.http(), "/wiki");
    }

    private static int edit() {
        Form form = Form.of("page", "Sandbox", "_editedtext", "Edited", "ok", "Save");
        return visitor().post("/Edit.jsp", form).status();
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

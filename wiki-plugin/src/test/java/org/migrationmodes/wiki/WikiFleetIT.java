package org.migrationmodes.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.Etcd;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.NeedsEtcd;
import org.migrationmodes.testing.SigningKey;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiChange;
import org.migrationmodes.testing.WikiRequest;

/** A wiki that obeys a flag in etcd, if it is signed. One story. */
@NeedsEtcd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WikiFleetIT {
    private static final String PREFIX = "/migration-modes/";
    private static final SigningKey KEY = SigningKey.generate();

    @TempDir
    static Path folder;

    private static Etcd etcd;
    private static PluggedWiki wiki;
    private static TomcatHost tomcat;
    private static List<WikiRequest> writes;

    @BeforeAll
    static void start() throws IOException {
        etcd = Etcd.start();
        put(KEY.sign(flag(1, "normal")));
        wiki = PluggedWiki.of(JspWiki.install(folder.resolve("wiki")), folder.resolve("wiki.json"), "/wiki");
        wiki.file().write("""
                { "site": "old", "etcd": { "endpoints": ["%s"], "publicKeys": ["%s"] } }
                """.formatted(etcd.url(), KEY.x()));
        tomcat = TomcatHost.start(wiki.webapp());
        writes = wiki.writes(tomcat);
    }

    @AfterAll
    static void stop() {
        tomcat.close();
        etcd.close();
    }

    @Test
    @Order(1)
    void aSignedFlagFreezesItAndTheListOfTheFleetSaysThatItIsDrained() {
        put(KEY.sign(flag(7, "read-only")));
        MigrationFile.awaitMode("read-only", tomcat, "/wiki");

        refusesWrites();
        awaitWords(
                WikiFleetIT::listed,
                "\"mode\" : \"read-only\"",
                "\"epoch\" : 7",
                "\"drained\" : true",
                "\"source\" : \"valid\"");
    }

    @Test
    @Order(2)
    void whatIsNotSignedOrByAnotherKeyOpensNothing() {
        put(flag(8, "normal"));
        awaitWords(WikiFleetIT::listed, "unsigned, while etcd.publicKeys asks for a signed flag");
        refusesWrites();

        put(SigningKey.generate().sign(flag(8, "normal")));
        awaitWords(WikiFleetIT::listed, "signature: no configured public key made it");
        refusesWrites();
    }

    @Test
    @Order(3)
    void itStaysFrozenWhenEtcdIsKilledAndOverARestart() throws IOException {
        etcd.kill();
        awaitWords(WikiFleetIT::status, etcd.url() + ": ");
        refusesWrites();

        tomcat.close();
        tomcat = TomcatHost.start(wiki.webapp());
        refusesWrites();
    }

    @Test
    @Order(4)
    void aSignedFlagOfAHigherEpochOpensItWhenEtcdIsBack() {
        etcd.restart();
        put(KEY.sign(flag(8, "normal")));
        MigrationFile.awaitMode("normal", tomcat, "/wiki");

        assertThat(wiki.visitor(tomcat).save("Sandbox", "after the migration").status())
                .isEqualTo(302);
        assertThat(wiki.visitor(tomcat).get("/Wiki.jsp?page=Sandbox").text()).contains("after the migration");
    }

    private static void refusesWrites() {
        RowCheck check = new RowCheck(tomcat.http(), WikiChange.since(wiki.wiki()));
        writes.forEach(check::isRefused);
        check.nothingWasStored();
    }

    private static void awaitWords(Supplier<String> said, String... words) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(said.get()).contains(words));
    }

    private static String status() {
        return MigrationFile.status(tomcat, "/wiki");
    }

    private static String listed() {
        return etcd.ctl("get", "--prefix", PREFIX + "servers/wiki@old/", "--print-value-only");
    }

    private static void put(String flag) {
        etcd.put(PREFIX + "flag", flag);
    }

    private static String flag(int epoch, String mode) {
        return """
                { "epoch": %d, "announcement": "%s", "services": { "wiki": "%s" } }
                """.formatted(epoch, MigrationFile.ANNOUNCEMENT, mode);
    }
}

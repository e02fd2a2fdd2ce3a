package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.Webapp;

/** A plugin in a web application, registered as its jar does it or by hand. */
abstract class PluginAtTheWire {
    private static final String TOKEN = "a-token-of-sufficient-length";
    private static final String BY_HAND = """
            <filter><filter-name>%s</filter-name><filter-class>org.migrationmodes.plugin.TestPluginFilter</filter-class>
              <async-supported>true</async-supported></filter>
            """;
    private static final String MAPPED = """
            <filter-mapping><filter-name>%s</filter-name><url-pattern>%s</url-pattern></filter-mapping>
            """;

    @TempDir
    Path folder;

    abstract Host start(Webapp webapp);

    private Host host(String plugins, String configuration, String first, String attributes) throws IOException {
        return start(PluginApp.make(folder, plugins, configuration, first, attributes));
    }

    private static void isFrozenBeforeTheHost(Host host) {
        RawAnswer refused = host.http().send(RawRequest.post("/app/page.html"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Host-Filter")).isEmpty();
        RawAnswer read = host.http().get("/app/page.html");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Host-Filter")).contains("passed");
        assertThat(read.text().split("migration-banner ", -1)).hasSize(2);
    }

    @Test
    void theInitializersFilterComesFirst() throws IOException {
        try (Host host = host("one", "{ \"mode\": \"read-only\" }", "", "")) {
            isFrozenBeforeTheHost(host);
        }
    }

    @Test
    void alsoWhereWebXmlSaysThatItIsComplete() throws IOException {
        try (Host host = host("one", "{ \"mode\": \"read-only\" }", "", "metadata-complete=\"true\"")) {
            isFrozenBeforeTheHost(host);
        }
    }

    @Test
    void aFilterByHandIsNotRegisteredOnceMore() throws IOException {
        String byHand = BY_HAND.formatted("mine") + MAPPED.formatted("mine", "/*");
        try (Host host = host("one", "{ \"mode\": \"read-only\" }", byHand, "")) {
            isFrozenBeforeTheHost(host);
            assertThat(host.log()).doesNotContain("is a second one");
        }
    }

    @Test
    void oneFilterMayBeMappedTwice() throws IOException {
        String byHand = BY_HAND.formatted("mine") + MAPPED.formatted("mine", "/*") + MAPPED.formatted("mine", "*.html");
        try (Host host = host("none", "{ \"mode\": \"read-only\" }", byHand, "")) {
            isFrozenBeforeTheHost(host);
        }
    }

    @Test
    void ofTwoFiltersByHandOneDoesTheWork() throws IOException {
        String byHand = BY_HAND.formatted("a")
                + MAPPED.formatted("a", "/*")
                + BY_HAND.formatted("b")
                + MAPPED.formatted("b", "/*");
        try (Host host = host("none", "{ \"mode\": \"read-only\" }", byHand, "")) {
            isFrozenBeforeTheHost(host);
            assertThat(host.log()).contains("is a second one");
        }
    }

    @Test
    void aFilterByHandThatCoversLittleIsWarnedOf() throws IOException {
        String byHand = BY_HAND.formatted("mine") + MAPPED.formatted("mine", "/some/*");
        try (Host host = host("one", "{ \"mode\": \"read-only\" }", byHand, "")) {
            assertThat(host.log()).contains("no <filter-mapping> to /*");
        }
    }

    /** The first one lets the visitor pass in its own mode, which says nothing about the second one's. */
    @Test
    void eachOfTwoPluginsInOneApplicationJudgesForItself() throws IOException {
        String each = "{ \"services\": { \"forum\": \"announced\", \"wiki\": \"read-only\" } }";
        try (Host host = host("two", each, "", "")) {
            assertThat(host.http().send(RawRequest.post("/app/page.html")).status())
                    .isEqualTo(503);
            assertThat(host.http().get("/app/page.html").status()).isEqualTo(200);
        }
    }

    @Test
    void theHostStartsAlsoIfThePluginDoesNot() throws IOException {
        try (Host host = host("broken", "{ \"mode\": \"read-only\" }", "", "")) {
            assertThat(host.http().get("/app/page.html").status()).isEqualTo(200);
            assertThat(host.log()).contains("The broken plugin did not start", "NOTHING IS REFUSED", "no-such-profile");
        }
    }

    @Test
    void theHostStartsWithABrokenFileAndABrokenStateFolder() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where a folder should be");
        try (Host host = host("one", "{ \"routes\": [ { \"path\": \"/x\", \"verdict\": \"wrte\" } ] }", "", "")) {
            assertThat(host.http().get("/app/page.html").status()).isEqualTo(200);
            assertThat(host.log()).contains("routes[0].verdict", "wrte");
        }
    }

    @Test
    void whereNoFileIsFoundTheLogListsThePlaces() throws IOException {
        try (Host host = host("one", "{}", "", "")) {
            assertThat(host.log()).doesNotContain("nor at");
        }
        Files.delete(folder.resolve("app/WEB-INF/migration.json"));
        Webapp app = Webapp.at("/app", folder.resolve("app"))
                .contextParam("plugins", "one")
                .contextParam("migration.state", folder.resolve("state2").toString());
        try (Host host = start(app)) {
            assertThat(host.log()).contains("WEB-INF");
        }
    }

    @Test
    void insidersSeeMoreThanVisitors() throws IOException {
        try (Host host = host("one", "{ \"mode\": \"closed\" }", "", "")) {
            assertThat(status(host, null, null)).contains("\"drained\"", "\"mode\"");
            for (String header :
                    new String[] {"X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Proto", "X-Real-IP"}) {
                assertThat(status(host, header, "x"))
                        .doesNotContain("drained", "sources")
                        .contains("\"mode\"");
            }
            assertThat(status(host, "Host", "wiki.example.org")).doesNotContain("drained");
            assertThat(status(host, "Host", "127.evil.example")).doesNotContain("drained");
        }
    }

    @Test
    void whereThereIsATokenOnlyTheTokenCounts() throws IOException {
        try (Host host = host("one", "{ \"admin\": { \"token\": \"" + TOKEN + "\" } }", "", "")) {
            assertThat(status(host, "Authorization", "Bearer " + TOKEN)).contains("drained");
            assertThat(status(host, "Authorization", "bearer " + TOKEN)).contains("drained");
            assertThat(status(host, null, null)).doesNotContain("drained");
            for (String wrong : new String[] {
                "", " ", "x", TOKEN.substring(1), TOKEN + "x", TOKEN.toUpperCase(java.util.Locale.ROOT)
            }) {
                assertThat(status(host, "Authorization", "Bearer " + wrong)).doesNotContain("drained");
            }
            assertThat(status(host, "Authorization", "Basic " + TOKEN)).doesNotContain("drained");
            assertThat(status(host, "Authorization", TOKEN)).doesNotContain("drained");
        }
    }

    @Test
    void ownPathsAreFewAndOpenInClosedMode() throws IOException {
        try (Host host = host("one", "{ \"mode\": \"closed\" }", "", "")) {
            RawAnswer head = host.http().send(RawRequest.head("/app/.migration/status.json"));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Cache-Control")).contains("no-store");
            assertThat(host.http()
                            .send(RawRequest.post("/app/.migration/status.json"))
                            .status())
                    .isEqualTo(200);
            assertThat(host.http()
                            .get("/app/.migration/banner.css")
                            .header("Content-Type")
                            .orElseThrow())
                    .startsWith("text/css");
            for (String name :
                    new String[] {"", "x", "status.json/", "status.json/x", "Status.json", "a/b", "AdminPaths.class"}) {
                assertThat(host.http().get("/app/.migration/" + name).status())
                        .as(name)
                        .isEqualTo(404);
            }
            assertThat(host.http().get("/app/.migration").status()).isEqualTo(503);
            assertThat(host.http().get("/app/.migration/../page.html").status()).isIn(400, 503);
            assertThat(host.http().get("/app/.migration/%2e%2e/page.html").status())
                    .isIn(400, 503);
            assertThat(host.http().get("/app/.migration/status.json;x").status())
                    .isIn(200, 400);
        }
    }

    private static String status(Host host, @Nullable String header, @Nullable String value) {
        RawRequest request = RawRequest.get("/app/.migration/status.json");
        return host.http()
                .send(header == null ? request : request.header(header, value))
                .text();
    }
}

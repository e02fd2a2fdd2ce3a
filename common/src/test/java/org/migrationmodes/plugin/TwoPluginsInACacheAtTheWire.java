package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.Webapp;

/** A wiki and a forum in one web application: a copy is confirmed only if it has all banners that are due. */
abstract class TwoPluginsInACacheAtTheWire {
    private static final RawRequest PAGE = RawRequest.get("/app/page.html").header("Accept", "text/html");
    private static final String BOTH = "{ \"services\": { \"forum\": \"read-only\", \"wiki\": \"read-only\" } }";

    @TempDir
    Path folder;

    abstract Host start(Webapp webapp);

    /** Jetty gives files no entity tag unless it is told to. */
    private Host tagged(Webapp webapp) {
        return start(webapp.contextParam("org.eclipse.jetty.servlet.Default.etags", "true"));
    }

    private static int banners(RawAnswer page) {
        return page.text().split("class=\"migration-banner ", -1).length - 1;
    }

    private static String tag(RawAnswer page) {
        return page.header("ETag").orElseThrow(() -> new AssertionError(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forum", "wiki"})
    void aCopyWithOneBannerIsNotConfirmedWhereTwoAreDue(String first) throws IOException {
        String one = "{ \"services\": { \"%s\": \"read-only\" } }".formatted(first);
        String withOne;
        try (Host host = tagged(PluginApp.make(folder, "two", one, "", ""))) {
            RawAnswer page = host.http().send(PAGE);
            assertThat(banners(page)).isOne();
            withOne = tag(page);
        }
        Files.writeString(folder.resolve("app/WEB-INF/migration.json"), BOTH);
        try (Host host = tagged(PluginApp.at(folder, "two"))) {
            RawAnswer page = host.http().send(PAGE.header("If-None-Match", withOne));
            assertThat(page.status()).isEqualTo(200);
            assertThat(banners(page)).isEqualTo(2);
            RawAnswer again = host.http().send(PAGE.header("If-None-Match", tag(page)));
            assertThat(again.status()).isEqualTo(304);
            assertThat(tag(again)).isEqualTo(tag(page));
        }
    }
}

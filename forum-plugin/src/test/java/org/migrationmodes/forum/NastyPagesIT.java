package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.Look;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.NeedsChromium;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.access.Axe;
import org.migrationmodes.testing.access.Measures;
import org.migrationmodes.testing.access.NoScripts;
import org.openqa.selenium.WebDriver;

/** The banner in hosts whose stylesheets spare nothing. */
@NeedsChromium
class NastyPagesIT {
    /** The header stays in its own place at the top, the banner is below it; what is placed in the window stays there. */
    private static final Map<String, String> LIMITS =
            Map.of("fixed", "it starts at 60", "absolute", ".* (covered by|overlaps) .*");

    private static final String EDGES = "it (starts at|spans) .*";

    /** What no stylesheet can mend without shaping the host's page. */
    private static final Map<String, String> LIMITS_WITHOUT_SCRIPTS = Map.of(
            "plain", EDGES,
            "margins", EDGES,
            "narrow", EDGES,
            "white", EDGES,
            "row", "it (spans|takes) .*",
            "fixed", "it starts at 60",
            "absolute", ".* (covered by|overlaps) .*");

    private static final Look DESKTOP = Look.of(1280, 800, "light");
    private static final Look PHONE = Look.of(320, 640, "light");

    private static Host host;
    private static Chromium chromium;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Webapp pages = NastyPages.write(folder.resolve("pages"));
        PluginJar.dropInto(pages.folder());
        MigrationFile file = MigrationFile.create(folder.resolve("migration.json"));
        host = TomcatHost.start(file.configure(pages));
        file.say("read-only", host, "");
        chromium = Chromium.start(options -> options.addArguments("--hide-scrollbars"));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        host.close();
    }

    static Stream<Arguments> pages() {
        return StreamSupport.stream(NastyPages.names().spliterator(), false)
                .flatMap(page -> Stream.of(Arguments.of(page, DESKTOP), Arguments.of(page, PHONE)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theBannerIsAsEverywhere(String page, Look look) {
        open(page, look);

        await().untilAsserted(() -> assertThat(wrong(page, LIMITS)).isEmpty());
        assertThat(Axe.inOurs(chromium, ".migration-banner")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void withoutScriptsItCanBeReadAllTheSame(String page, Look look) {
        try (NoScripts none = NoScripts.in(chromium)) {
            open(page, look);

            assertThat(none.haveRun()).isFalse();
            assertThat(wrong(page, LIMITS_WITHOUT_SCRIPTS)).isEmpty();
        }
    }

    /** WHATWG Fetch, section 2.2.5: a frame is no page view of its own. */
    @Test
    void aPageInAFrameHasNoBannerBesideThatOfThePageAroundIt() {
        open("framed", DESKTOP);

        await().untilAsserted(() -> assertThat(Measures.ofBanner(chromium)).isEmpty());
        assertThat(bannersInFrame(0)).isZero();
    }

    /** As docs/banner.md says. */
    @Test
    void aFramesetHasNone() {
        open("frames", DESKTOP);

        assertThat(bannersInFrame(0)).isZero();
        assertThat(bannersInFrame(1)).isZero();
    }

    private static List<String> wrong(String page, Map<String, String> limits) {
        return Measures.ofBanner(chromium).stream()
                .map(String::valueOf)
                .filter(complaint -> !complaint.matches(limits.getOrDefault(page, "")))
                .toList();
    }

    private static long bannersInFrame(int index) {
        WebDriver frame = chromium.driver().switchTo().frame(index);
        assertThat(frame.getTitle()).isNotEmpty();
        Object count =
                chromium.script("return document.title && document.querySelectorAll('.migration-banner').length");
        chromium.driver().switchTo().defaultContent();
        return count instanceof Long number ? number : -1;
    }

    private static void open(String page, Look look) {
        look.apply(chromium);
        chromium.open(host.url("/" + page + ".html"));
    }
}

package org.migrationmodes.testing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.Look;
import org.migrationmodes.testing.NeedsChromium;

/** WCAG 2.2 AA on a real host: everybody can read and use what we show, whatever it is looked at with. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessibilityContract {
    static final Look DESKTOP = Look.of(1280, 800, "light");

    private static final List<Look> LOOKS = List.of(
            DESKTOP,
            Look.of(1280, 800, "dark"),
            Look.of(320, 640, "light"),
            Look.of(320, 640, "dark"),
            Look.zoomed(1280, 1024),
            DESKTOP.withTextSize(32),
            DESKTOP.withForcedColours(),
            Look.of(1280, 800, "dark").withForcedColours());

    private Site site;
    private Chromium chromium;

    /** Starts the host that is looked at. */
    protected abstract Site startIn(Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site = startIn(folder);
        chromium = Chromium.start(options -> options.addArguments("--hide-scrollbars"));
    }

    @AfterAll
    void stop() {
        chromium.close();
        site.host().close();
    }

    static Stream<Arguments> banners() {
        return LOOKS.stream()
                .flatMap(look -> Stream.of(
                        Arguments.of("announced", "en", look),
                        Arguments.of("read-only", "en", look),
                        Arguments.of("moved", "en", look),
                        Arguments.of("read-only", "ar", look)));
    }

    @ParameterizedTest
    @MethodSource("banners")
    void theBannerCanBeReadAndCoversNothing(String mode, String language, Look look) {
        site.say(mode);
        open(site.page(), language, look);

        await().untilAsserted(() -> assertThat(Measures.ofBanner(chromium)).isEmpty());
        assertThat(Axe.inOurs(chromium, ".migration-banner")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theTimeLeftBesideAnEditorCanBeRead(String language, Look look) {
        site.announceFreezeIn(Duration.ofMinutes(9));
        open(site.editor(), language, look);

        await().untilAsserted(() ->
                assertThat(Measures.ofPart(chromium, ".migration-countdown")).isEmpty());
        assertThat(Axe.inOurs(chromium, ".migration-countdown")).isEmpty();
    }

    static Stream<Look> looks() {
        return LOOKS.stream();
    }

    /** Hosts have faults of their own, which are not ours to mend. */
    @ParameterizedTest
    @MethodSource("looks")
    void theHostsPageGetsNoFaultByTheBanner(Look look) {
        site.say("normal");
        open(site.page(), "en", look);
        List<Finding> before = Axe.inPage(chromium);
        site.say("read-only");
        open(site.page(), "en", look);

        // the host's scripts may still be at work on the page
        await().untilAsserted(() -> assertThat(Axe.inPage(chromium))
                .filteredOn(found -> before.stream().noneMatch(found::isSameAs))
                .isEmpty());
    }

    static Stream<Arguments> pages() {
        return LOOKS.stream().flatMap(look -> Stream.of(Arguments.of("en", look), Arguments.of("ar", look)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aRefusedEditorIsExplainedToEverybody(String language, Look look) {
        site.say("read-only");
        open(site.editor(), language, look);

        assertPage();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatWasTypedIsGivenBackToEverybody(String language, Look look) {
        site.say("read-only");
        open(site.page(), language, look);
        chromium.leave(() -> chromium.script("""
                const form = document.createElement('form');
                form.method = 'post';
                form.action = arguments[0];
                for (const [name, value] of [['text', 'Grüße, '.repeat(40) + 'x'.repeat(200)], ['title', 'Short']]) {
                    form.append(Object.assign(document.createElement('textarea'), {name, value}));
                }
                document.body.append(form);
                HTMLFormElement.prototype.submit.call(form);""", site.url(site.editor())));
        chromium.script("document.querySelectorAll('details').forEach(details => details.open = true)");

        assertPage();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theAdminsPageIsForEverybodyToo(Look look) {
        site.say("normal");
        open("/.migration/bypass", "en", look);
        assertThat(chromium.script("return document.links.length > 1")).isEqualTo(true);
        assertPage();

        site.say("announced", "\"admin\": { \"token\": \"not-to-be-guessed-by-anybody-0123456789\" }");
        open("/.migration/bypass", "en", look);
        assertThat(chromium.script("return document.forms.length")).isEqualTo(1L);
        assertPage();
    }

    private void assertPage() {
        assertThat(Measures.ofPart(chromium, ".migration-refusal")).isEmpty();
        assertThat(Axe.inOurs(chromium, "html")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theFirstTabLeadsToTheLinkAndShowsIt(String language) {
        site.say("read-only");
        for (Look look : LOOKS) {
            open(site.page(), language, look);
            assertThat(Focus.afterTab(chromium)).as(look.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Our move to new servers", "ar, انتقالنا إلى خوادم جديدة"})
    void aScreenReaderFindsTheBannerFirstAndByItsName(String language, String link) {
        site.say("read-only");
        open(site.page(), language, DESKTOP);
        String name = String.valueOf(
                chromium.script("return document.querySelector('.migration-banner').getAttribute('aria-label')"));

        List<AccessibilityTree.Node> nodes = AccessibilityTree.of(chromium).nodes();

        assertThat(nodes.get(0)).isEqualTo(new AccessibilityTree.Node("region", name));
        assertThat(name).isNotBlank();
        assertThat(nodes.subList(0, 12)).contains(new AccessibilityTree.Node("link", link));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void withoutTheStylesheetItIsStillReadFirst(Look look) {
        site.say("read-only");
        try (Blocked stylesheet = Blocked.in(chromium, "banner.css")) {
            open(site.page(), "en", look);

            assertThat(stylesheet.isLoaded()).isFalse();
            assertThat(Measures.ofUnstyledBanner(chromium)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("banners")
    void withoutScriptsItIsTheSame(String mode, String language, Look look) {
        site.say(mode);
        try (NoScripts none = NoScripts.in(chromium)) {
            open(site.page(), language, look);

            assertThat(none.haveRun()).isFalse();
            assertThat(Measures.ofBanner(chromium)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"announced", "read-only", "moved"})
    void inPrintThereIsNoBanner(String mode) {
        site.say(mode);
        open(site.page(), "en", DESKTOP);
        DESKTOP.print(chromium);

        assertThat(chromium.script("return document.querySelector('.migration-banner').getClientRects().length"))
                .isEqualTo(0L);
    }

    private void open(String path, String language, Look look) {
        look.apply(chromium);
        chromium.speak(language).open(site.url(path));
    }
}

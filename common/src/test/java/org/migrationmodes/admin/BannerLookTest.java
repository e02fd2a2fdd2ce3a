package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.flag;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** The banner can be read and used, whatever the host's stylesheet says and the visitor prefers. */
@NeedsChromium
class BannerLookTest {
    private static final PagePolicy NO_SCRIPT = new PagePolicy(true, false, false);
    private static final String EDITOR_LINE = "<p class=migration-countdown lang=en dir=ltr>You can save again.</p>";
    /** WCAG 2.2, 1.4.3: of what is drawn, not of what the stylesheet says. */
    private static final String CONTRAST = """
            const light = text => {
              const [r, g, b] = text.match(/[0-9.]+/g).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            return [...document.querySelectorAll('.migration-banner, .migration-banner p *, .migration-countdown')].map(e =>
              ratio(light(getComputedStyle(e).color),
                light(getComputedStyle(e.closest('.migration-banner, .migration-countdown')).backgroundColor)));""";

    private static final String LAYOUT = """
            const banner = document.querySelector('.migration-banner');
            const box = banner.getBoundingClientRect();
            const hidden = [...banner.querySelectorAll('strong, a, time')].filter(e => {
              const r = e.getBoundingClientRect();
              return !banner.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2));
            });
            const main = document.querySelector('#main');
            const m = main.getBoundingClientRect();
            const met = document.elementFromPoint(m.left + 5, m.top + 5);
            return {
              width: Math.round(box.width), whole: document.documentElement.clientWidth,
              scrolls: document.documentElement.scrollWidth > innerWidth,
              hidden: hidden.length, below: m.top >= box.bottom - 0.5, mainOnTop: main.contains(met),
              font: getComputedStyle(banner.querySelector('strong')).fontSize,
              colour: getComputedStyle(banner.querySelector('strong')).color,
              position: getComputedStyle(banner).position,
            };""";

    private static BannerTab tab;

    @BeforeAll
    static void start() {
        tab = new BannerTab();
    }

    @AfterAll
    static void stop() {
        tab.close();
    }

    @AfterEach
    void asBefore() {
        look(1200, "light", Map.of());
    }

    private static void look(int width, String scheme, Map<String, String> more) {
        tab.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        tab.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "media",
                                more.getOrDefault("media", ""),
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        Map.of(
                                                "name",
                                                "forced-colors",
                                                "value",
                                                more.getOrDefault("forced", "none")))));
    }

    @ParameterizedTest
    @CsvSource({
        "ANNOUNCED, light", "ANNOUNCED, dark",
        "READ_ONLY, light", "READ_ONLY, dark",
        "MOVED, light", "MOVED, dark",
        "CLOSED, light", "CLOSED, dark"
    })
    void itsTextIsAsClearAsItMustBe(Mode mode, String scheme) {
        look(1200, scheme, Map.of());
        tab.open(flag(mode), NO_SCRIPT, "", "<body>", EDITOR_LINE);

        assertThat((List<?>) tab.script(CONTRAST))
                .hasSizeGreaterThan(3)
                .allSatisfy(ratio -> assertThat(((Number) ratio).doubleValue()).isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body { margin: 0 }",
                "body { margin: 40px; padding: 10px }",
                "body { max-width: 600px; margin: 0 auto }",
                "body { margin: 0; display: flex }",
                "body { margin: 0; display: flex; flex-direction: column; min-height: 100vh; justify-content: space-between }",
                "body { margin: 0; display: flex; align-items: center; justify-content: center; min-height: 100vh }",
                "body { margin: 0; display: grid; place-items: center; min-height: 100vh }",
                "body { margin: 0; display: grid; grid-template: 'main side' 300px / 1fr 200px } #main { grid-area: main }",
                "body { margin: 0 } #top { position: fixed; top: 0; left: 0; right: 0; height: 60px; z-index: 9 } #main { margin-top: 60px }",
                "body { margin: 0; padding-top: 60px } #top { position: fixed; top: 0; left: 0; right: 0; height: 60px }",
                "body { margin: 0 } body > div { position: absolute; width: 300px; float: left; opacity: 0; margin: 50px auto }",
                "body { margin: 0 } div, p, a, strong { color: #eee; font-size: 3px; display: none; visibility: hidden; transform: scale(0) }",
                "body { margin: 0 } * { color: red !important; font-size: 30px !important; position: relative !important }",
                "html { font-size: 10px } body { margin: 0; font: 9px/1 serif; text-align: center; text-transform: uppercase }",
            })
    void theHostsStylesheetDoesNotShapeIt(String css) {
        look(1000, "light", Map.of());
        tab.site.page(
                flag(Mode.READ_ONLY),
                PagePolicy.ALL,
                "",
                "<style>" + css + "</style>",
                "<body>",
                "<div id=top>top</div><main id=main style='min-height:50px'>the page</main>");
        tab.driver().get(tab.site.url());

        await().untilAsserted(() -> {
            Map<?, ?> layout = (Map<?, ?>) tab.script(LAYOUT);
            assertThat(layout.get("width")).as(layout.toString()).isEqualTo(layout.get("whole"));
            assertThat(layout.get("scrolls")).as(layout.toString()).isEqualTo(false);
            assertThat(layout.get("hidden")).as(layout.toString()).isEqualTo(0L);
            assertThat(layout.get("below")).as(layout.toString()).isEqualTo(true);
            assertThat(layout.get("mainOnTop")).as(layout.toString()).isEqualTo(true);
            assertThat(layout.get("font")).isEqualTo("16px");
            assertThat(layout.get("colour")).isEqualTo("rgb(59, 37, 6)");
            assertThat(layout.get("position")).isEqualTo("static");
        });
    }

    /** In these the script has nothing to mend. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "body { margin: 0 }",
                "body { margin: 0; display: flex; flex-direction: column; align-items: center; min-height: 100vh }",
                "body { margin: 0; display: grid; grid-template: 'main side' 300px / 1fr 200px } #main { grid-area: main }",
                "body { margin: 0; display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: minmax(40px, auto) }",
                "body { margin: 0; padding-top: 60px } #top { position: fixed; top: 0; left: 0; right: 0; height: 60px }",
            })
    void withoutTheScriptItPushesThePageDown(String css) {
        look(1000, "light", Map.of());
        tab.site.page(
                flag(Mode.READ_ONLY),
                NO_SCRIPT,
                "",
                "<style>" + css + "</style>",
                "<body>",
                "<div id=top>top</div><main id=main style='min-height:50px'>the page</main>");
        tab.driver().get(tab.site.url());

        Map<?, ?> layout = (Map<?, ?>) tab.script(LAYOUT);
        assertThat(layout.get("width")).as(layout.toString()).isEqualTo(layout.get("whole"));
        assertThat(layout.get("scrolls")).isEqualTo(false);
        assertThat(layout.get("hidden")).isEqualTo(0L);
        assertThat(layout.get("below")).as(layout.toString()).isEqualTo(true);
        assertThat(layout.get("mainOnTop")).as(layout.toString()).isEqualTo(true);
    }

    @Test
    void itFitsANarrowScreenAlsoWithLargeText() {
        look(320, "light", Map.of());
        for (String head : new String[] {"", "<style>html { font-size: 200% } .migration-banner { zoom: 2 }</style>"}) {
            tab.site.page(flag(Mode.MOVED), NO_SCRIPT, "", head, "<body style=margin:0>", "<main id=main>page</main>");
            tab.driver().get(tab.site.url());

            assertThat(tab.script("return document.documentElement.scrollWidth"))
                    .isEqualTo(320L);
        }
    }

    @Test
    void itsLinkIsLargeEnoughToBeMet() {
        tab.open(
                flag(Mode.READ_ONLY), NO_SCRIPT, "", "<body>", "<style>a { line-height: 1px; font-size: 4px }</style>");

        assertThat(tab.script("const r = document.querySelector('.migration-banner a').getBoundingClientRect();"
                        + " return r.height >= 24 && r.width >= 24"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theKeyboardsPlaceIsSeen(String scheme) {
        look(1200, scheme, Map.of());
        tab.open(flag(Mode.READ_ONLY), NO_SCRIPT, "", "<body>", "<style>a:focus { outline: none !important }</style>");
        tab.driver().findElement(org.openqa.selenium.By.tagName("body")).sendKeys(org.openqa.selenium.Keys.TAB);

        assertThat(
                        tab.script(
                                "const s = getComputedStyle(document.activeElement); return s.outlineStyle + ' ' + s.outlineWidth"))
                .isEqualTo("solid 3px");
    }

    @Test
    void withForcedColoursItHasBorders() {
        look(1200, "dark", Map.of("forced", "active"));
        tab.open(flag(Mode.READ_ONLY), NO_SCRIPT, "", "<body>", EDITOR_LINE);

        for (String part : new String[] {".migration-banner", ".migration-countdown"}) {
            assertThat(tab.script(
                            "const s = getComputedStyle(document.querySelector(arguments[0]));"
                                    + " return [s.borderTopWidth, s.borderLeftStyle].join()",
                            part))
                    .isEqualTo("2px,solid");
        }
        assertThat((List<?>) tab.script(CONTRAST))
                .allSatisfy(ratio -> assertThat(((Number) ratio).doubleValue()).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void onPaperItIsNot() {
        look(1200, "light", Map.of("media", "print"));
        tab.open(flag(Mode.READ_ONLY), NO_SCRIPT, "", "<body>", EDITOR_LINE);

        assertThat(tab.script("return [...document.querySelectorAll('.migration-banner, .migration-countdown')]"
                        + ".map(e => getComputedStyle(e).display).join()"))
                .isEqualTo("none,none");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ANNOUNCED", "READ_ONLY"})
    void fromRightToLeftItsEdgesChangeSides(Mode mode) {
        tab.open(flag(mode), NO_SCRIPT, "", "<body>", EDITOR_LINE);
        tab.script(
                "document.querySelectorAll('.migration-banner, .migration-countdown').forEach(e => { e.dir = 'rtl'; })");

        assertThat(tab.script("const s = getComputedStyle(document.querySelector('.migration-countdown'));"
                        + " return [s.borderRightWidth, s.borderLeftWidth].join()"))
                .isEqualTo("4px,0px");
        assertThat(tab.script("const s = getComputedStyle(document.querySelector('.migration-banner p'));"
                        + " return [s.direction, s.textAlign].join()"))
                .isEqualTo("rtl,start");
    }
}

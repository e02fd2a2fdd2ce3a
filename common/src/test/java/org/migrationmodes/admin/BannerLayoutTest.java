package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.flag;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** The banner has its place at the top, whatever the host's stylesheet says. */
@NeedsChromium
class BannerLayoutTest extends OpenTab {
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

    @AfterEach
    void asBefore() {
        tab.look(1200, "light", Map.of());
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
        tab.look(1000, "light", Map.of());
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
        tab.look(1000, "light", Map.of());
        tab.site.page(
                flag(Mode.READ_ONLY),
                PagePolicy.NO_SCRIPT,
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
        tab.look(320, "light", Map.of());
        for (String head : new String[] {"", "<style>html { font-size: 200% } .migration-banner { zoom: 2 }</style>"}) {
            tab.site.page(
                    flag(Mode.MOVED),
                    PagePolicy.NO_SCRIPT,
                    "",
                    head,
                    "<body style=margin:0>",
                    "<main id=main>page</main>");
            tab.driver().get(tab.site.url());

            assertThat(tab.script("return document.documentElement.scrollWidth"))
                    .isEqualTo(320L);
        }
    }
}

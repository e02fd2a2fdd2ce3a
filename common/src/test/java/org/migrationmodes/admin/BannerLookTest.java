package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.admin.BannerTab.flag;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** The banner can be read and used, whatever the visitor prefers. */
@NeedsChromium
class BannerLookTest extends OpenTab {
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

    @AfterEach
    void asBefore() {
        tab.look(1200, "light", Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "ANNOUNCED, light", "ANNOUNCED, dark",
        "READ_ONLY, light", "READ_ONLY, dark",
        "MOVED, light", "MOVED, dark",
        "CLOSED, light", "CLOSED, dark"
    })
    void itsTextIsAsClearAsItMustBe(Mode mode, String scheme) {
        tab.look(1200, scheme, Map.of());
        tab.open(flag(mode), PagePolicy.NO_SCRIPT, "", "<body>", EDITOR_LINE);

        assertThat((List<?>) tab.script(CONTRAST))
                .hasSizeGreaterThan(3)
                .allSatisfy(ratio -> assertThat(((Number) ratio).doubleValue()).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void itsLinkIsLargeEnoughToBeMet() {
        tab.open(
                flag(Mode.READ_ONLY),
                PagePolicy.NO_SCRIPT,
                "",
                "<body>",
                "<style>a { line-height: 1px; font-size: 4px }</style>");

        assertThat(tab.script("const r = document.querySelector('.migration-banner a').getBoundingClientRect();"
                        + " return r.height >= 24 && r.width >= 24"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theKeyboardsPlaceIsSeen(String scheme) {
        tab.look(1200, scheme, Map.of());
        tab.open(
                flag(Mode.READ_ONLY),
                PagePolicy.NO_SCRIPT,
                "",
                "<body>",
                "<style>a:focus { outline: none !important }</style>");
        tab.driver().findElement(org.openqa.selenium.By.tagName("body")).sendKeys(org.openqa.selenium.Keys.TAB);

        assertThat(
                        tab.script(
                                "const s = getComputedStyle(document.activeElement); return s.outlineStyle + ' ' + s.outlineWidth"))
                .isEqualTo("solid 3px");
    }

    @Test
    void withForcedColoursItHasBorders() {
        tab.look(1200, "dark", Map.of("forced", "active"));
        tab.open(flag(Mode.READ_ONLY), PagePolicy.NO_SCRIPT, "", "<body>", EDITOR_LINE);

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
        tab.look(1200, "light", Map.of("media", "print"));
        tab.open(flag(Mode.READ_ONLY), PagePolicy.NO_SCRIPT, "", "<body>", EDITOR_LINE);

        assertThat(tab.script("return [...document.querySelectorAll('.migration-banner, .migration-countdown')]"
                        + ".map(e => getComputedStyle(e).display).join()"))
                .isEqualTo("none,none");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ANNOUNCED", "READ_ONLY"})
    void fromRightToLeftItsEdgesChangeSides(Mode mode) {
        tab.open(flag(mode), PagePolicy.NO_SCRIPT, "", "<body>", EDITOR_LINE);
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

package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.NOW;
import static org.migrationmodes.admin.BannerTab.flag;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** A forum and a wiki in one web application: each of two scripts has its own banner, and leaves the other's alone. */
@NeedsChromium
class TwoPluginsInATabTest extends OpenTab {
    private static Flag forum(Mode mode) {
        return flag(BannerSite.OTHER, mode, null, null);
    }

    @BeforeEach
    void open() {
        tab.open(flag(Mode.READ_ONLY), BannerSite.markup(forum(Mode.MOVED), PagePolicy.ALL));
    }

    /** What each of them hears. */
    private static void poll(Mode wiki, Mode forum, long seconds) {
        tab.serve(flag(wiki), 30);
        tab.site.otherStatus(forum(forum), NOW.plusSeconds(30));
        long before = tab.site.polls();
        tab.time.pass(seconds);
        await().until(() -> tab.site.polls() == before + 2);
        await().until(() ->
                tab.time.timers().split(",").length == 2 && !tab.time.timers().contains("10000"));
    }

    private static String services() {
        return String.valueOf(
                tab.script(
                        "return [...document.querySelectorAll('.migration-banner')]"
                                + ".map(banner => banner.dataset.migrationService + ' ' + banner.className.split('-').pop()).sort().join()"));
    }

    @Test
    void eachTellsItsOwnMode() {
        assertThat(services()).isEqualTo("forum moved,wiki only");

        poll(Mode.ANNOUNCED, Mode.READ_ONLY, 30);

        assertThat(services()).isEqualTo("forum only,wiki announced");
        assertThat(tab.script("return [...document.querySelectorAll('.migration-live')].map(e => e.textContent).sort()"
                        + ".join(' | ')"))
                .isEqualTo("This wiki is read-only while it moves to new servers."
                        + " | This wiki will move to new servers.");
    }

    @Test
    void theEndOfOneIsNotTheEndOfTheOther() {
        poll(Mode.READ_ONLY, Mode.NORMAL, 30);

        await().untilAsserted(() -> assertThat(services()).isEqualTo("wiki only"));
    }

    @Test
    void whatTheOtherSaysIsNoNews() {
        tab.site.otherStatus(flag(Mode.NORMAL), NOW.plusSeconds(30));
        tab.serve(forum(Mode.NORMAL), 30);
        long before = tab.site.polls();
        tab.time.pass(30);
        await().until(() -> tab.site.polls() == before + 2);

        await().untilAsserted(() -> assertThat(tab.time.timers()).isEqualTo("60000,60000"));
        assertThat(services()).isEqualTo("forum moved,wiki only");
    }
}

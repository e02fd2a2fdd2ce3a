package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.EDITOR;
import static org.migrationmodes.admin.BannerTab.FROZEN;
import static org.migrationmodes.admin.BannerTab.flag;
import static org.migrationmodes.admin.BannerTab.freezeIn;

import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** A tab that was opened before there was anything to show. */
@NeedsChromium
class ScheduledTabTest extends OpenTab {
    private static Object padding(String selector) {
        return tab.script("return getComputedStyle(document.querySelector(arguments[0])).paddingTop", selector);
    }

    @Test
    void nothingIsSeenOfTheScript() {
        tab.open(freezeIn(Mode.NORMAL, 600), "<h1>page</h1>");

        assertThat(tab.banners()).isEmpty();
        assertThat(tab.script("return document.body.firstElementChild.tagName")).isEqualTo("H1");
        assertThat(tab.script("return document.body.innerText")).isEqualTo("page");
    }

    @Test
    void anEditorGetsItsCountdownAndThePageItsBanner() {
        tab.edit(freezeIn(Mode.NORMAL, 20), EDITOR);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 20");
        assertThat(tab.banners()).isEmpty();
        await().untilAsserted(() -> assertThat(padding(".migration-countdown")).isEqualTo("8px"));
        tab.serve(flag(Mode.READ_ONLY), 1200);

        tab.poll(30);

        assertThat(tab.lines()).containsExactly(FROZEN);
        assertThat(tab.banner()).startsWith("This wiki is read-only");
        assertThat(padding(".migration-banner")).isEqualTo("12px");
        assertThat(tab.said()).isEqualTo(FROZEN);
    }

    @Test
    void whatIsCalledOffLeavesNothing() {
        tab.edit(freezeIn(Mode.NORMAL, 20), EDITOR);
        tab.serve(flag(Mode.NORMAL), 60);

        tab.poll(30);

        assertThat(tab.lines()).isEmpty();
        assertThat(tab.banners()).isEmpty();
    }
}

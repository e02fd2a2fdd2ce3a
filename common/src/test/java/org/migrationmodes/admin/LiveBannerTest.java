package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.END;
import static org.migrationmodes.admin.BannerTab.flag;

import org.junit.jupiter.api.Test;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;

/** An open tab shows what holds, without being loaded again. */
@NeedsChromium
class LiveBannerTest extends OpenTab {
    @Test
    void aChangeOfModeIsSeenWithinAMinute() {
        tab.open(flag(Mode.ANNOUNCED), "");
        tab.serve(flag(Mode.READ_ONLY, END, null), 30);

        tab.poll(30);

        assertThat(tab.banner())
                .isEqualTo("This wiki is read-only while it moves to new servers. You can read every page; editing is"
                        + " paused. Editing is expected to be back by 27 February 2021 at 00:00 EET. Read on");
        assertThat(tab.banners().get(0).getDomAttribute("class"))
                .isEqualTo("migration-banner migration-banner-read-only");
        assertThat(tab.said()).isEqualTo("This wiki is read-only while it moves to new servers.");
    }

    @Test
    void theBannerGoesAndComesBack() {
        tab.open(flag(Mode.READ_ONLY), "<h1>page</h1>");
        tab.serve(flag(Mode.NORMAL), 30);
        tab.poll(30);
        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());

        tab.serve(flag(Mode.MOVED), 100);
        tab.poll(60);

        assertThat(tab.banner()).startsWith("You are on the old server");
        assertThat(tab.script("return document.body.firstElementChild.className"))
                .isEqualTo("migration-banner migration-banner-moved");
        assertThat(tab.script("return getComputedStyle(document.querySelector('.migration-banner')).paddingTop"))
                .isEqualTo("12px");
        assertThat(tab.script("return document.querySelector('.migration-banner').outerHTML"))
                .asString()
                .contains(
                        "role=\"region\"", "aria-label=\"About the move of this wiki\"", "lang=\"en\"", "dir=\"ltr\"");
    }

    @Test
    void closedIsToldInTheRefusalsWords() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.serve(flag(Mode.CLOSED), 30);

        tab.poll(30);

        assertThat(tab.banner()).contains("This wiki is closed while it moves", "Neither reading nor editing");
    }

    @Test
    void whatDidNotChangeIsLeftAlone() {
        tab.open(flag(Mode.READ_ONLY, END, null), "");
        tab.script("document.querySelector('.migration-banner p').isOld = true");
        tab.serve(flag(Mode.READ_ONLY, END, null), 30);

        tab.poll(30);

        assertThat(tab.script("return document.querySelector('.migration-banner p').isOld === true"))
                .isEqualTo(true);
        assertThat(tab.said()).isEmpty();
    }

    @Test
    void theKeyboardsPlaceInTheBannerIsKept() {
        tab.open(flag(Mode.ANNOUNCED), "");
        tab.script("document.querySelector('.migration-banner a').focus()");
        tab.serve(flag(Mode.READ_ONLY), 30);

        tab.poll(30);

        assertThat(tab.script("return document.activeElement.href")).isEqualTo(BannerTab.ANNOUNCEMENT);
    }

    @Test
    void timesAreTheVisitorsOwn() {
        tab.language("en-US", "America/New_York");
        try {
            tab.open(flag(Mode.READ_ONLY, END, null), "");
            assertThat(tab.banner()).contains("February 26, 2021 at 5:00 PM EST");
            assertThat(tab.driver().findElement(By.tagName("time")).getDomAttribute("datetime"))
                    .isEqualTo("2021-02-26T22:00:00Z");

            tab.language("el", "Asia/Kolkata");
            tab.open(flag(Mode.READ_ONLY, END, null), "");
            assertThat(tab.banner()).contains("February 27, 2021 at 3:30 AM GMT+5:30");
        } finally {
            tab.language("en-GB", "Europe/Athens");
        }
    }

    @Test
    void whereOnlyAskingIsForbiddenTimesAreStillTheVisitorsOwn() {
        tab.open(flag(Mode.READ_ONLY, END, null), new PagePolicy(true, true, false), "", "<body>", BannerTab.EDITOR);

        assertThat(tab.banner()).contains("27 February 2021 at 00:00 EET");
        assertThat(tab.time.timers()).isEmpty();
    }

    @Test
    void aBrowserThatCannotWriteTimesShowsTheServersWords() {
        tab.open(
                flag(Mode.ANNOUNCED),
                "<script>Intl.DateTimeFormat = function () { throw new RangeError('no'); }</script>");
        tab.serve(flag(Mode.READ_ONLY, END, null), 30);

        tab.poll(30);

        assertThat(tab.banner()).contains("Editing is expected to be back by 26 February 2021, 22:00 UTC.");
    }
}

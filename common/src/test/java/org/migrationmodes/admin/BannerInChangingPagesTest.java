package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.flag;

import org.junit.jupiter.api.Test;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** Hosts that replace the page without loading another one keep the banner, its look and its voice. */
@NeedsChromium
class BannerInChangingPagesTest extends OpenTab {
    private static void replaceBody(String html) {
        tab.script("""
                const body = document.createElement('body');
                body.innerHTML = arguments[0];
                document.body.replaceWith(body);""", html);
    }

    private static String padding() {
        return String.valueOf(
                tab.script("return getComputedStyle(document.querySelector('.migration-banner')).paddingTop"));
    }

    @Test
    void inAnotherBodyTheBannerComesBackAndGoesOnToSpeak() {
        for (String margin : new String[] {"<body style=margin:0>", "<body style=margin:9px>"}) {
            tab.open(flag(Mode.ANNOUNCED), PagePolicy.ALL, "", margin, "<h1>page</h1>");
            replaceBody("<h1>next page</h1>");
            tab.serve(flag(Mode.ANNOUNCED), 30);
            tab.poll(30);
            assertThat(tab.banner()).startsWith("This wiki will move");
            await().untilAsserted(() -> assertThat(padding()).isEqualTo("12px"));
            assertThat(tab.said()).as("nothing is new").isEmpty();

            tab.serve(flag(Mode.READ_ONLY), 60);
            tab.poll(30);
            assertThat(tab.banner()).startsWith("This wiki is read-only");
            assertThat(tab.said()).isEqualTo("This wiki is read-only while it moves to new servers.");
            assertThat(padding()).isEqualTo("12px");
        }
    }

    @Test
    void theBannerThatAnotherBodyBringsAlongIsTaken() {
        tab.open(flag(Mode.ANNOUNCED), "");
        replaceBody(BannerSite.markup(flag(Mode.ANNOUNCED), PagePolicy.ALL) + "<h1>next page</h1>");
        tab.serve(flag(Mode.READ_ONLY), 30);

        tab.poll(30);

        assertThat(tab.banner()).startsWith("This wiki is read-only");
    }

    @Test
    void inAnotherBodyItStillGoesAtTheEnd() {
        tab.open(flag(Mode.READ_ONLY), "");
        replaceBody(BannerSite.markup(flag(Mode.READ_ONLY), PagePolicy.ALL));
        tab.serve(flag(Mode.NORMAL), 30);

        tab.poll(30);

        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
    }
}

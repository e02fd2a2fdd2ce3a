package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.END;
import static org.migrationmodes.admin.BannerTab.NOW;
import static org.migrationmodes.admin.BannerTab.flag;

import org.junit.jupiter.api.Test;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;

/** Whatever the host has in its pages, the script works and leaves it alone. */
@NeedsChromium
class BannerAmongScriptsTest extends OpenTab {
    @Test
    void onlyWebAddressesAreLinked() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.status(BannerSite.json(flag(Mode.MOVED)).replace(BannerTab.ANNOUNCEMENT, "javascript:alert(1)"), NOW);

        tab.poll(30);

        assertThat(tab.banner()).startsWith("You are on the old server");
        assertThat(tab.driver().findElements(By.cssSelector(".migration-banner a")))
                .isEmpty();
    }

    @Test
    void markupInATextStaysText() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.status(
                BannerSite.json(flag(Mode.MOVED)).replace("You are on", "<img src=x onerror=alert(1)> You are on"),
                NOW);

        tab.poll(30);

        assertThat(tab.banner()).startsWith("<img src=x onerror=alert(1)> You are on the old server");
    }

    @Test
    void nothingIsLeftInTheHostsWindow() {
        tab.open(flag(Mode.READ_ONLY), new PagePolicy(true, false, false), "", "<body>", "");
        Object without = tab.script("return Object.getOwnPropertyNames(window).sort().join()");
        tab.open(flag(Mode.READ_ONLY), "");

        assertThat(tab.script("return Object.getOwnPropertyNames(window).sort().join()"))
                .isEqualTo(without);
    }

    @Test
    void twiceInAPageItWorksOnce() {
        tab.open(
                flag(Mode.ANNOUNCED),
                "<script defer src='/.migration/banner.js' data-migration-service=wiki></script>");
        tab.serve(flag(Mode.READ_ONLY), 30);

        assertThat(tab.time.timers()).isEqualTo("30000");
        tab.poll(30);
        assertThat(tab.banner()).startsWith("This wiki is read-only");
    }

    @Test
    void hostsThatChangePrototypesDoNoHarm() {
        String host = """
                <script>
                  for (const key of ['method', 'body', 'mode', 'banner', 'next', 'link', 'moment', 'url', 'timeZone', 'signal'])
                    Object.prototype[key] = 'polluted';
                  Array.prototype.extra = function () { throw new Error('called'); };
                  Element.prototype.extra = 1;
                  Function.prototype.bind = () => { throw new Error('called'); };
                  Array.from = () => { throw new Error('called'); };
                </script>""";
        tab.open(flag(Mode.READ_ONLY, END, null), host);
        assertThat(tab.banner()).contains("27 February 2021 at 00:00 EET");

        tab.site.status("{ \"service\": \"wiki\" }", NOW);
        tab.poll(30);
        assertThat(tab.time.timers()).isEqualTo("60000");
        tab.serve(flag(Mode.NORMAL), 100);
        tab.poll(60);

        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
    }

    @Test
    void theStrictestPolicyThatLetsItRunIsObeyed() {
        String strict = "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self';"
                + " connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'\r\n";
        tab.serve(flag(Mode.ANNOUNCED), 0);
        tab.open(
                flag(Mode.ANNOUNCED),
                PagePolicy.ALL,
                strict,
                "<body>",
                "<form method=post><textarea></textarea></form>");
        tab.awaitRest();
        tab.serve(flag(Mode.READ_ONLY, END, null), 30);
        tab.poll(30);
        assertThat(tab.banner()).contains("27 February 2021 at 00:00 EET");
        assertThat(tab.lines()).hasSize(1);
        tab.serve(flag(Mode.NORMAL), 60);

        tab.poll(30);

        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
        assertThat(tab.lines()).containsExactly("You can save again.");
    }
}

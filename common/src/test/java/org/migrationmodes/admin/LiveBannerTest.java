package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.NOW;
import static org.migrationmodes.admin.BannerTab.flag;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;

/** An open tab shows what holds, without being loaded again. */
@NeedsChromium
class LiveBannerTest {
    private static final Instant END = Instant.parse("2021-02-26T22:00:00Z");

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
    void thePageWasNotDisturbed() {
        assertThat(tab.time.errors()).isEmpty();
    }

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
    void nobodyIsAskedWhileTheTabIsHidden() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.serve(flag(Mode.NORMAL), 600);
        long before = tab.site.polls();
        tab.time.show(false);
        tab.time.pass(600);
        assertThat(tab.site.polls()).isEqualTo(before);

        tab.time.show(true);

        tab.awaitPoll(before);
        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
    }

    @Test
    void aGlanceAtAnotherTabAsksNobody() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.serve(flag(Mode.READ_ONLY), 30);
        tab.poll(30);
        long before = tab.site.polls();

        tab.time.show(false);
        tab.time.pass(9);
        tab.time.show(true);

        assertThat(tab.time.timers()).isEqualTo("30000");
        assertThat(tab.site.polls()).isEqualTo(before);
    }

    @Test
    void aPageThatComesBackFromTheBrowsersMemoryAsksAtOnce() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.serve(flag(Mode.NORMAL), 30);
        long before = tab.site.polls();

        tab.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

        tab.awaitPoll(before);
        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
    }

    @Test
    void aServerThatFailsIsAskedMoreAndMoreRarely() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.fail("503 Service Unavailable");
        assertThat(tab.time.timers()).isEqualTo("30000");
        for (long wait : new long[] {30, 60, 120, 240, 300}) {
            tab.poll(wait);
            assertThat(tab.time.timers()).isNotEmpty();
        }
        assertThat(tab.time.timers()).isEqualTo("300000");
        assertThat(tab.banner()).startsWith("This wiki is read-only");

        tab.serve(flag(Mode.READ_ONLY), 2000);
        tab.poll(300);

        assertThat(tab.time.timers()).isEqualTo("30000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Log in</html>",
                "null",
                "[]",
                "42",
                "{",
                "{}",
                "{ \"mode\": 7 }",
                "{ \"mode\": \"x y\" }",
                "{ \"mode\": \"moved\", \"banner\": {} }"
            })
    void nonsenseChangesNothingAndCountsAsFailure(String nonsense) {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.status(nonsense, NOW);

        tab.poll(30);

        assertThat(tab.time.timers()).isEqualTo("60000");
        assertThat(tab.banner()).startsWith("This wiki is read-only");
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUp() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.hang();
        long before = tab.site.polls();
        tab.time.pass(30);
        await().until(() -> tab.site.polls() == before + 1);
        assertThat(tab.time.timers()).isEqualTo("10000");

        tab.time.pass(10);

        await().untilAsserted(() -> assertThat(tab.time.timers()).isEqualTo("60000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "401 Unauthorized"})
    void aServerThatIsNotThereForAMomentIsAskedAgain(String status) {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.fail(status);
        tab.poll(30);
        assertThat(tab.time.timers()).isEqualTo("60000");
        tab.serve(flag(Mode.NORMAL), 90);

        tab.poll(60);

        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "401 Unauthorized"})
    void whereNobodyAnswersFiveTimesNobodyIsAskedUntilTheTabIsLookedAt(String status) {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.fail(status);
        for (long wait : new long[] {30, 60, 120, 240}) {
            tab.poll(wait);
        }
        long before = tab.site.polls();
        tab.time.pass(300);
        await().until(() -> tab.site.polls() == before + 1);
        await().untilAsserted(() -> assertThat(tab.time.timers()).isEmpty());
        tab.serve(flag(Mode.NORMAL), 2000);
        tab.time.show(false);
        tab.time.pass(1000);
        assertThat(tab.site.polls()).isEqualTo(before + 1);

        tab.time.show(true);

        tab.awaitPoll(before + 1);
        assertThat(tab.time.timers()).isEqualTo("60000");
        await().untilAsserted(() -> assertThat(tab.banners()).isEmpty());
    }

    @Test
    void afterTheEndTheTabGoesOnAskingMoreRarely() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.serve(flag(Mode.NORMAL), 30);
        tab.poll(30);

        assertThat(tab.time.timers()).isEqualTo("60000");
    }

    @Test
    void anOldServersStatusDoesNoHarm() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.status("{ \"service\": \"wiki\", \"mode\": \"moved\" }", NOW);

        tab.poll(30);

        assertThat(tab.banner()).startsWith("This wiki is read-only");
        assertThat(tab.time.timers()).isEqualTo("30000");
    }

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
    void nothingIsLeftInTheHostsWindow() {
        tab.open(flag(Mode.READ_ONLY), new PagePolicy(true, false, false), "", "<body>", "");
        Object without = tab.script("return Object.getOwnPropertyNames(window).sort().join()");
        tab.open(flag(Mode.READ_ONLY), "");

        assertThat(tab.script("return Object.getOwnPropertyNames(window).sort().join()"))
                .isEqualTo(without);
    }

    @Test
    void twiceInAPageItWorksOnce() {
        tab.open(flag(Mode.ANNOUNCED), "<script defer src='/.migration/banner.js'></script>");
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

    @Test
    void aPageThatIsReadyBeforeItIsLookedAtDoesNothingYet() {
        tab.open(
                flag(Mode.READ_ONLY),
                "<script>Object.defineProperty(document, 'prerendering', {value: true})</script>");
        assertThat(tab.time.timers()).isEmpty();

        tab.script("document.dispatchEvent(new Event('prerenderingchange'))");

        assertThat(tab.time.timers()).isEqualTo("30000");
    }

    @Test
    void anAnswerOfAnotherKindThanJsonIsNoReasonToFollowIt() {
        tab.open(flag(Mode.READ_ONLY), "");
        tab.site.answer(FlagAnswer.of("302 Found", "Location: /empty\r\n", ""));

        tab.poll(30);

        assertThat(tab.site.requests("/empty")).isZero();
        assertThat(tab.time.timers()).isEqualTo("60000");
    }
}

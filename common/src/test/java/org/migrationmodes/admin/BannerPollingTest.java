package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.NOW;
import static org.migrationmodes.admin.BannerTab.flag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.NeedsChromium;

/** How often an open tab asks, and what it makes of what it gets. */
@NeedsChromium
class BannerPollingTest extends OpenTab {
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

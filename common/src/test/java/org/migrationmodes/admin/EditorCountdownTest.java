package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.admin.BannerTab.EDITOR;
import static org.migrationmodes.admin.BannerTab.flag;
import static org.migrationmodes.admin.BannerTab.freezeIn;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Who writes while a freeze comes near is told how long that can be saved, by the server's clock. */
@NeedsChromium
class EditorCountdownTest {
    private static final String FROZEN =
            "Saving is paused now. Your text stays here; keep a copy of it and save it when that is possible again.";

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

    /** Opens a page whose script asks at once, since it has an editor. */
    private void edit(Flag flag, String page) {
        tab.serve(flag, 0);
        long before = tab.site.polls();
        tab.open(flag, page);
        tab.awaitPoll(before);
    }

    /** Lets time pass between two looks. */
    private void pass(Flag flag, long from, long to) {
        for (long now = from; now < to; now += 30) {
            tab.serve(flag, Math.min(now + 30, to));
            if (to - now >= 30) {
                tab.poll(30);
            } else {
                tab.time.pass(to - now);
            }
        }
    }

    @Test
    void minutesAreCountedAndAtTheEndSeconds() {
        edit(freezeIn(12), EDITOR);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 12");
        assertThat(tab.said()).isEmpty();

        pass(freezeIn(12), 0, 60);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 11");
        pass(freezeIn(12), 60, 120);
        assertThat(tab.lines()).containsExactly("You can save your changes for another 10:00.");
        assertThat(tab.said()).isEqualTo("Minutes left to save your changes: 10");
        tab.time.pass(1);
        assertThat(tab.lines()).containsExactly("You can save your changes for another 9:59.");
    }

    @Test
    void ofTheSecondsOnlyFewAreSpoken() {
        edit(freezeIn(6), EDITOR);
        assertThat(tab.said()).isEqualTo("Minutes left to save your changes: 6");
        tab.script("""
                window.spoken = [];
                new MutationObserver(() => spoken.push(document.querySelector('.migration-live').textContent))
                    .observe(document.querySelector('.migration-live'), { childList: true, characterData: true, subtree: true })""");

        pass(freezeIn(6), 0, 359);
        assertThat(tab.lines()).containsExactly("You can save your changes for another 0:01.");
        tab.serve(flag(Mode.READ_ONLY), 360);
        tab.time.pass(1);

        assertThat(tab.lines()).containsExactly(FROZEN);
        assertThat(tab.script("return spoken"))
                .isEqualTo(List.of(
                        "Minutes left to save your changes: 5", "Minutes left to save your changes: 1", FROZEN));
        assertThat(tab.script("return document.querySelector('.migration-live').outerHTML"))
                .asString()
                .contains("role=\"status\"", "aria-live=\"polite\"");
    }

    @Test
    void nobodyIsHurriedAnHourBefore() {
        edit(freezeIn(61), EDITOR);
        assertThat(tab.lines()).isEmpty();

        pass(freezeIn(61), 0, 60);

        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 60");
    }

    @Test
    void whatIsTypedStaysAndSoDoesTheCaret() {
        edit(freezeIn(61), EDITOR);
        WebElement text = tab.driver().findElement(By.name("text"));
        text.sendKeys("typed", Keys.HOME);
        tab.script("document.querySelector('textarea').setSelectionRange(2, 4)");

        pass(freezeIn(61), 0, 60);
        assertThat(tab.lines()).hasSize(1);
        tab.serve(flag(Mode.READ_ONLY), 90);
        tab.poll(30);
        assertThat(tab.lines()).containsExactly(FROZEN);

        assertThat(text.getDomProperty("value")).isEqualTo("oldtyped");
        assertThat(tab.script("const t = document.querySelector('textarea');"
                        + " return [document.activeElement === t, t.selectionStart, t.selectionEnd].join()"))
                .isEqualTo("true,2,4");
    }

    @Test
    void afterTheFreezeTheEditorSaysThatSavingIsPossibleAgain() {
        edit(freezeIn(1), EDITOR);
        pass(freezeIn(1), 0, 30);
        tab.serve(flag(Mode.READ_ONLY), 60);
        tab.poll(30);
        assertThat(tab.lines()).containsExactly(FROZEN);
        tab.serve(flag(Mode.NORMAL), 90);

        tab.poll(30);

        assertThat(tab.lines()).containsExactly("You can save again.");
        assertThat(tab.said()).isEqualTo("You can save again.");
    }

    @Test
    void aFreezeThatIsPutOffOrCalledOffIsBelieved() {
        edit(freezeIn(20), EDITOR);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 20");

        tab.serve(freezeIn(40), 30);
        tab.poll(30);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 40");
        tab.serve(freezeIn(5), 60);
        tab.poll(30);
        assertThat(tab.lines()).containsExactly("You can save your changes for another 4:00.");
        assertThat(tab.said()).isEqualTo("Minutes left to save your changes: 4");
        tab.serve(flag(Mode.ANNOUNCED), 90);
        tab.poll(30);

        assertThat(tab.lines()).isEmpty();
    }

    @Test
    void aFreezeWithoutNoticeIsToldToo() {
        edit(flag(Mode.ANNOUNCED), EDITOR);
        assertThat(tab.lines()).isEmpty();
        tab.serve(flag(Mode.READ_ONLY), 30);

        tab.poll(30);

        assertThat(tab.lines()).containsExactly(FROZEN);
        assertThat(tab.said()).isEqualTo(FROZEN);
    }

    @Test
    void whereSavingIsPausedAlreadyOnlyWhoWritesIsTold() {
        edit(flag(Mode.READ_ONLY), EDITOR);
        assertThat(tab.lines()).isEmpty();

        tab.driver().findElement(By.name("text")).sendKeys("x");

        assertThat(tab.lines()).containsExactly(FROZEN);
    }

    @Test
    void afterTheMachineSleptTheClockIsRight() {
        edit(freezeIn(30), EDITOR);
        tab.time.show(false);
        tab.time.jump(1500);
        tab.serve(freezeIn(30), 1500);
        long before = tab.site.polls();

        tab.time.show(true);
        tab.awaitPoll(before);

        assertThat(tab.lines()).containsExactly("You can save your changes for another 5:00.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form method=POST><div contenteditable>text</div></form>",
                "<table><tr><form method=post><td><textarea></textarea></td></form></tr></table>",
                "<form method=post><input name=method><input name=action><textarea name=text></textarea></form>",
            })
    void editorsAreOfManyKinds(String editor) {
        edit(freezeIn(20), editor);

        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form><textarea></textarea></form>",
                "<form method=get><textarea></textarea></form>",
                "<form method=post><textarea readonly></textarea></form>",
                "<form method=post><input type=text></form>",
                "<form method=post><input name=user><input type=password><textarea></textarea></form>",
                "<form method=post hidden><textarea></textarea></form>",
                "<textarea></textarea>",
            })
    void otherFormsAreNone(String form) {
        tab.serve(freezeIn(20), 30);
        tab.open(freezeIn(20), form);
        assertThat(tab.time.timers()).isEqualTo("30000");

        tab.poll(30);

        assertThat(tab.lines()).isEmpty();
    }

    @Test
    void aFieldThatIsFilledInMakesAnEditor() {
        tab.serve(freezeIn(20), 0);
        tab.open(freezeIn(20), "<form method=post><input type=text name=title></form>");
        long before = tab.site.polls();

        tab.driver().findElement(By.name("title")).sendKeys("x");
        tab.awaitPoll(before);

        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 20");
    }

    @Test
    void theLineIsInTheFlowAndCoversNothing() {
        edit(freezeIn(20), "<p id=above>above</p>" + EDITOR);

        assertThat(tab.script("""
                const box = selector => document.querySelector(selector).getBoundingClientRect();
                const line = box('.migration-countdown');
                return line.height > 20 && box('#above').bottom <= line.top && line.bottom <= box('form').top
                    && getComputedStyle(document.querySelector('.migration-countdown')).position === 'static'""")).isEqualTo(true);
    }
}

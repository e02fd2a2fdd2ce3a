package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.admin.BannerTab.EDITOR;
import static org.migrationmodes.admin.BannerTab.FROZEN;
import static org.migrationmodes.admin.BannerTab.flag;
import static org.migrationmodes.admin.BannerTab.freezeIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What counts as an editor, and what is done to it: nothing. */
@NeedsChromium
class EditorsTest extends OpenTab {
    @Test
    void whatIsTypedStaysAndSoDoesTheCaret() {
        tab.edit(freezeIn(61), EDITOR);
        WebElement text = tab.driver().findElement(By.name("text"));
        text.sendKeys("typed", Keys.HOME);
        tab.script("document.querySelector('textarea').setSelectionRange(2, 4)");

        tab.pass(freezeIn(61), 0, 60);
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
    void whereSavingIsPausedAlreadyOnlyWhoWritesIsTold() {
        tab.edit(flag(Mode.READ_ONLY), EDITOR);
        assertThat(tab.lines()).isEmpty();

        tab.driver().findElement(By.name("text")).sendKeys("x");

        assertThat(tab.lines()).containsExactly(FROZEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form method=POST><div contenteditable>text</div></form>",
                "<table><tr><form method=post><td><textarea></textarea></td></form></tr></table>",
                "<form method=post><input name=method><input name=action><textarea name=text></textarea></form>",
            })
    void editorsAreOfManyKinds(String editor) {
        tab.edit(freezeIn(20), editor);

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
        tab.edit(freezeIn(20), "<p id=above>above</p>" + EDITOR);

        assertThat(tab.script("""
                const box = selector => document.querySelector(selector).getBoundingClientRect();
                const line = box('.migration-countdown');
                return line.height > 20 && box('#above').bottom <= line.top && line.bottom <= box('form').top
                    && getComputedStyle(document.querySelector('.migration-countdown')).position === 'static'""")).isEqualTo(true);
    }

    /** Lets time pass, and returns how often the page was searched by selectors like that. */
    private static long searches(String pattern, long seconds) {
        return (long) tab.script("""
                const said = [];
                const real = Document.prototype.querySelectorAll;
                Document.prototype.querySelectorAll = function (selector) { said.push(selector); return real.call(this, selector); };
                testTime.pass(arguments[1] * 1000);
                Document.prototype.querySelectorAll = real;
                return said.filter(selector => new RegExp(arguments[0]).test(selector)).length;""", pattern, seconds);
    }

    @Test
    void aPageWithHundredsOfFormsIsSearchedOnceASecond() {
        tab.edit(
                freezeIn(5),
                EDITOR
                        + "<form method=post action=/x><input type=checkbox name=a><input type=submit></form>"
                                .repeat(300));

        assertThat(searches("", 5)).isEqualTo(5);

        assertThat(tab.lines()).containsExactly("You can save your changes for another 4:55.");
    }

    @Test
    void withoutAFreezeNearAPageIsNotSearchedForEditors() {
        tab.edit(freezeIn(90), EDITOR + EDITOR);
        tab.serve(freezeIn(90), 30);
        long before = tab.site.polls();

        assertThat(searches("form|textarea", 30)).isZero();

        tab.awaitPoll(before);
        assertThat(tab.lines()).isEmpty();
    }
}

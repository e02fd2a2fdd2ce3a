package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationmodes.admin.BannerTab.EDITOR;
import static org.migrationmodes.admin.BannerTab.FROZEN;
import static org.migrationmodes.admin.BannerTab.flag;
import static org.migrationmodes.admin.BannerTab.freezeIn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.NeedsChromium;

/** Who writes while a freeze comes near is told how long that can be saved, by the server's clock. */
@NeedsChromium
class EditorCountdownTest extends OpenTab {
    @Test
    void minutesAreCountedAndAtTheEndSeconds() {
        tab.edit(freezeIn(12), EDITOR);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 12");
        assertThat(tab.said()).isEmpty();

        tab.pass(freezeIn(12), 0, 60);
        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 11");
        tab.pass(freezeIn(12), 60, 120);
        assertThat(tab.lines()).containsExactly("You can save your changes for another 10:00.");
        assertThat(tab.said()).isEqualTo("Minutes left to save your changes: 10");
        tab.time.pass(1);
        assertThat(tab.lines()).containsExactly("You can save your changes for another 9:59.");
    }

    @Test
    void ofTheSecondsOnlyFewAreSpoken() {
        tab.edit(freezeIn(6), EDITOR);
        assertThat(tab.said()).isEqualTo("Minutes left to save your changes: 6");
        tab.script("""
                window.spoken = [];
                new MutationObserver(() => spoken.push(document.querySelector('.migration-live').textContent))
                    .observe(document.querySelector('.migration-live'), { childList: true, characterData: true, subtree: true })""");

        tab.pass(freezeIn(6), 0, 359);
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
        tab.edit(freezeIn(61), EDITOR);
        assertThat(tab.lines()).isEmpty();

        tab.pass(freezeIn(61), 0, 60);

        assertThat(tab.lines()).containsExactly("Minutes left to save your changes: 60");
    }

    @Test
    void afterTheFreezeTheEditorSaysThatSavingIsPossibleAgain() {
        tab.edit(freezeIn(1), EDITOR);
        tab.pass(freezeIn(1), 0, 30);
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
        tab.edit(freezeIn(20), EDITOR);
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
        tab.edit(flag(Mode.ANNOUNCED), EDITOR);
        assertThat(tab.lines()).isEmpty();
        tab.serve(flag(Mode.READ_ONLY), 30);

        tab.poll(30);

        assertThat(tab.lines()).containsExactly(FROZEN);
        assertThat(tab.said()).isEqualTo(FROZEN);
    }

    @Test
    void afterTheMachineSleptTheClockIsRight() {
        tab.edit(freezeIn(30), EDITOR);
        tab.time.show(false);
        tab.time.jump(1500);
        tab.serve(freezeIn(30), 1500);
        long before = tab.site.polls();

        tab.time.show(true);
        tab.awaitPoll(before);

        assertThat(tab.lines()).containsExactly("You can save your changes for another 5:00.");
    }
}

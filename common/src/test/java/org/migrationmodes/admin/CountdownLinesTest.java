package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.admin.BannerTab.EDITOR;
import static org.migrationmodes.admin.BannerTab.NOW;
import static org.migrationmodes.admin.BannerTab.flag;
import static org.migrationmodes.admin.BannerTab.freezeIn;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Texts;
import org.migrationmodes.testing.NeedsChromium;

/** Several lines that belong before the same place: each stays where it is, so that nothing flickers. */
@NeedsChromium
class CountdownLinesTest extends OpenTab {
    private static final String ROW =
            "<tr><form method=post action=/save><td><textarea name=text></textarea></td></form></tr>";

    /** How often a node of the page was moved while time passed. */
    private static long moves(long seconds) {
        return (long) tab.script("""
                const observer = new MutationObserver(() => {});
                observer.observe(document.body, { childList: true, subtree: true });
                testTime.pass(arguments[0] * 1000);
                const inside = record => record.target.className === 'migration-countdown';
                return observer.takeRecords().filter(record => !inside(record)).length;""", seconds);
    }

    @Test
    void thoseOfTheRowsOfOneTable() {
        tab.edit(freezeIn(20), "<table>" + ROW + ROW + "</table>");
        assertThat(tab.lines()).hasSize(2);

        assertThat(moves(5)).isZero();
    }

    @Test
    void thoseOfTwoPluginsBeforeOneForm() {
        tab.serve(freezeIn(20), 0);
        Phase freeze = new Phase(NOW.plus(Duration.ofMinutes(20)), Mode.READ_ONLY, null, Texts.NONE);
        Flag forum = flag(BannerSite.OTHER, Mode.ANNOUNCED, null, freeze);
        tab.site.otherStatus(forum, NOW);
        tab.open(freezeIn(20), BannerSite.markup(forum, PagePolicy.ALL) + EDITOR);
        await().until(() -> tab.lines().size() == 2);

        assertThat(moves(5)).isZero();
    }

    @Test
    void aLineThatWasTakenAwayComesBack() {
        tab.edit(freezeIn(20), "<table>" + ROW + ROW + "</table><p id=below>below</p>");
        tab.script("document.getElementById('below').after(document.querySelector('.migration-countdown'))");

        tab.time.pass(1);

        assertThat(tab.script("return [...document.querySelectorAll('table, .migration-countdown')]"
                        + ".map(node => node.localName).join()"))
                .isEqualTo("p,p,table");
    }
}

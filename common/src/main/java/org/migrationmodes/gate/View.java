package org.migrationmodes.gate;

import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;

/**
 * What a request goes by. What holds decides as ever; a preview may refuse more, and shows another banner.
 *
 * @param flag what holds
 * @param shown what the visitor sees, which differs in a preview only
 * @param previewed whether it is a preview
 */
record View(Flag flag, Flag shown, boolean previewed) {

    boolean isFrozen() {
        return flag.mode().isFrozen() || shown.mode().isFrozen();
    }

    /** Whether nothing is refused and no banner is due. */
    boolean isQuiet() {
        return isQuiet(flag.mode()) && isQuiet(shown.mode());
    }

    private static boolean isQuiet(Mode mode) {
        return !mode.isFrozen() && !mode.showsBanner();
    }
}

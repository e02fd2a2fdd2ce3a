package org.migrationmodes.testing.access;

import java.util.Map;
import org.migrationmodes.testing.Chromium;

/** Lets no script of a page run, until it is closed; ours still measure. */
public final class NoScripts implements AutoCloseable {
    private final Chromium chromium;

    private NoScripts(Chromium chromium) {
        this.chromium = chromium;
    }

    /** From the next page on. */
    public static NoScripts in(Chromium chromium) {
        NoScripts none = new NoScripts(chromium);
        none.set(true);
        return none;
    }

    /** Whether the banner's script has run in the page that is open all the same. */
    public boolean haveRun() {
        return !Boolean.FALSE.equals(
                chromium.script("return document.querySelector('script[data-migration-active]') !== null"));
    }

    private void set(boolean disabled) {
        chromium.devTools("Emulation.setScriptExecutionDisabled", Map.of("value", disabled));
    }

    @Override
    public void close() {
        set(false);
    }
}

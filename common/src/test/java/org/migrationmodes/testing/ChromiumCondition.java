package org.migrationmodes.testing;

/** Decides for {@link NeedsChromium}. */
final class ChromiumCondition extends ProgramCondition {
    ChromiumCondition() {
        super("Chromium is missing: apt-get install chromium chromium-driver", Chromium::available);
    }
}

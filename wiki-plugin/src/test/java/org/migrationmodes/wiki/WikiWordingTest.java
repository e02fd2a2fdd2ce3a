package org.migrationmodes.wiki;

import org.migrationmodes.banner.Wording;
import org.migrationmodes.testing.WordingContract;

class WikiWordingTest extends WordingContract {
    @Override
    protected Wording wording() {
        return Wording.beside(WikiModeFilter.class);
    }
}

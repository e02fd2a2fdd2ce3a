package org.migrationmodes.wiki;

import org.migrationmodes.testing.WordingContract;

class WikiWordingTest extends WordingContract {
    WikiWordingTest() {
        super(WikiModeFilter.class);
    }
}

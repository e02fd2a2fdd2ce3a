package org.migrationmodes.forum;

import org.migrationmodes.banner.Wording;
import org.migrationmodes.testing.WordingContract;

class ForumWordingTest extends WordingContract {
    @Override
    protected Wording wording() {
        return Wording.beside(ForumModeFilter.class);
    }
}

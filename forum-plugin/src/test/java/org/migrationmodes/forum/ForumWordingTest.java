package org.migrationmodes.forum;

import org.migrationmodes.testing.WordingContract;

class ForumWordingTest extends WordingContract {
    ForumWordingTest() {
        super(ForumModeFilter.class);
    }
}

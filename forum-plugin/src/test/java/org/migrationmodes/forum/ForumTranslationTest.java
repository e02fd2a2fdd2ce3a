package org.migrationmodes.forum;

import org.migrationmodes.testing.TranslationContract;

class ForumTranslationTest extends TranslationContract {
    ForumTranslationTest() {
        super(ForumModeFilter.class);
    }
}

package org.migrationmodes.wiki;

import org.migrationmodes.testing.TranslationContract;

class WikiTranslationTest extends TranslationContract {
    WikiTranslationTest() {
        super(WikiModeFilter.class);
    }
}

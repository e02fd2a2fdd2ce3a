package org.migrationmodes.wiki;

import org.migrationmodes.testing.JarContract;

class JarIT extends JarContract {
    @Override
    protected String initializer() {
        return "org.migrationmodes.wiki.WikiPlugin";
    }
}

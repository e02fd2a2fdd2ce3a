package org.migrationmodes.forum;

import org.migrationmodes.testing.JarContract;

class JarIT extends JarContract {
    @Override
    protected String initializer() {
        return "org.migrationmodes.forum.ForumPlugin";
    }
}

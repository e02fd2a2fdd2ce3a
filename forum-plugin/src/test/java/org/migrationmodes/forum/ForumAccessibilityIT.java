package org.migrationmodes.forum;

import java.io.IOException;
import java.nio.file.Path;
import org.migrationmodes.testing.access.AccessibilityContract;
import org.migrationmodes.testing.access.Site;

class ForumAccessibilityIT extends AccessibilityContract {
    @Override
    protected Site startIn(Path folder) throws IOException {
        PluggedForum forum = PluggedForum.start(Container.TOMCAT, folder);
        return new Site(forum.host(), forum.file(), PluggedForum.CONTEXT, "/posts/list/1.page", "/posts/insert/1.page");
    }
}

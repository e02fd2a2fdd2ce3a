package org.migrationmodes.forum;

/** Read-only on Tomcat. */
class ForumFreezeIT extends FreezeContract {
    ForumFreezeIT() {
        super(Container.TOMCAT, "read-only");
    }
}

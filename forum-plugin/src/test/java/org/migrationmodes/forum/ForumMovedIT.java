package org.migrationmodes.forum;

/** The old server after the move. */
class ForumMovedIT extends FreezeContract {
    ForumMovedIT() {
        super(Container.TOMCAT, "moved");
    }
}

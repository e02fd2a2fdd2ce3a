package org.migrationmodes.forum;

/** Read-only on Jetty. */
class ForumFreezeOnJettyIT extends FreezeContract {
    ForumFreezeOnJettyIT() {
        super(Container.JETTY, "read-only");
    }
}

package org.migrationmodes.source;

import org.migrationmodes.flag.PublicKeys;

/** What a configuration file tells its server to follow: a place where the flag is kept for many servers. */
interface Followed {
    /** What the place is called in the status, in the log and on disk. The same name means the same flag. */
    String origin();

    /** Whether it goes by the same clock as this server, so that it cannot tell whether that is right. */
    boolean sharesClock();

    /** Who may say something there. */
    PublicKeys keys();

    /** Makes what goes there; nothing is asked yet. */
    RemoteSource open(Timers timers, Follower follower);
}

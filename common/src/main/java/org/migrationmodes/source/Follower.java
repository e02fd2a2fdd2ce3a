package org.migrationmodes.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a remote source needs of the client that follows it. Its methods are thread-safe and never throw. */
interface Follower {
    /** What to ask with, so that only another document than the accepted one is sent. */
    @Nullable
    Validator validator();

    /** Takes what a look brought. */
    void heard(Reading reading);

    /** Takes what time it is there, at the moment of the call. */
    void dated(Instant there);

    /** What this server believes, for others to see. */
    Belief belief();
}

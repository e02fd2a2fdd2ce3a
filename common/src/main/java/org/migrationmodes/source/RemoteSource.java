package org.migrationmodes.source;

import java.time.Duration;

/** A flag that is kept far away. What it says goes to a {@link Follower}. Thread-safe. */
interface RemoteSource extends AutoCloseable {
    /** Asks once, on the caller's thread, and no longer than the given time. Never throws. */
    void ask(Duration patience);

    /** Goes on asking or listening on the timers' threads until it is closed, whatever comes back. Once. */
    void begin();

    /** Ends its calls and connections, and waits no more than a moment for that. Never throws. */
    @Override
    void close();
}

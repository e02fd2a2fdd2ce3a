package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;

/** Time as a seam: what it is now, and one thread of work to come. Implementations are thread-safe. */
public interface Timer extends AutoCloseable {
    /**
     * The wall clock.
     *
     * @return now
     */
    Instant now();

    /**
     * A clock that goes on evenly, whatever is done to the wall clock.
     *
     * @return the time since some moment that stays the same
     */
    Duration elapsed();

    /**
     * Runs a task later. Tasks of one timer never run at the same time.
     *
     * @param delay from now; zero or less means as soon as possible
     * @param task what it throws is dropped; it must report its own failures
     * @return to cancel it
     */
    Task after(Duration delay, Runnable task);

    /** Drops all tasks, interrupts a running one and waits a moment for its end. Never throws. */
    @Override
    void close();

    /** A task to come. */
    interface Task {
        /** Drops the task if it has not begun. */
        void cancel();
    }
}

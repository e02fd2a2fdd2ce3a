package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;

/** A timer that another one does the work of. */
abstract class TimerAround implements Timer {
    final Timer timer;

    TimerAround(Timer timer) {
        this.timer = timer;
    }

    @Override
    public Instant now() {
        return timer.now();
    }

    @Override
    public Duration elapsed() {
        return timer.elapsed();
    }

    @Override
    public Task after(Duration delay, Runnable task) {
        return timer.after(delay, task);
    }

    @Override
    public void close() {
        timer.close();
    }
}

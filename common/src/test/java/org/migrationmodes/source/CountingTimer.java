package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A timer of the machine, which may be in a hurry, and knows how much it has done. */
final class CountingTimer implements Timer {
    private final Timer timer;
    private final int haste;
    private final AtomicInteger done = new AtomicInteger();

    /** @param haste how many seconds go by in one */
    CountingTimer(Timer timer, int haste) {
        this.timer = timer;
        this.haste = haste;
    }

    int done() {
        return done.get();
    }

    @Override
    public Instant now() {
        return timer.now();
    }

    @Override
    public Duration elapsed() {
        return timer.elapsed().multipliedBy(haste);
    }

    @Override
    public Task after(Duration delay, Runnable task) {
        return timer.after(delay.dividedBy(haste), () -> {
            try {
                task.run();
            } finally {
                done.incrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        timer.close();
    }
}

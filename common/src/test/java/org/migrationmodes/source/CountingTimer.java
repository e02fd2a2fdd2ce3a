package org.migrationmodes.source;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A timer of the machine, which may be in a hurry, and knows how much it has done. */
final class CountingTimer extends TimerAround {
    private final int haste;
    private final AtomicInteger done = new AtomicInteger();

    /** @param haste how many seconds go by in one */
    CountingTimer(Timer timer, int haste) {
        super(timer);
        this.haste = haste;
    }

    int done() {
        return done.get();
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
}

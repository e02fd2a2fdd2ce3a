package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock and one daemon thread, which starts with the first task. */
public final class SystemTimer implements Timer {
    private static final Duration CLOSING = Duration.ofSeconds(5);
    // A longer delay does not fit into nanoseconds; who waits for it will not notice.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final long begin = System.nanoTime();
    private final OwnThreads threads;
    private final ScheduledThreadPoolExecutor executor;

    /**
     * Makes a timer.
     *
     * @param threadName as it shows in a thread dump
     */
    public SystemTimer(String threadName) {
        this.threads = new OwnThreads(threadName);
        this.executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public Task after(Duration delay, Runnable task) {
        try {
            Duration bounded = delay.isNegative() ? Duration.ZERO : delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
            Future<?> future = executor.schedule(task, bounded.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!threads.awaitEnd(CLOSING)) {
                System.getLogger(SystemTimer.class.getName())
                        .log(System.Logger.Level.WARNING, "A thread of the plugin is still busy after closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

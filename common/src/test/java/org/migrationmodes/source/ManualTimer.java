package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is told to go on; tasks run in the order of their times, on the thread that tells it.
 * Others may ask for tasks on any thread. As on a machine, the wall clock can be set without the delays taking notice.
 */
final class ManualTimer implements Timer {
    private record Entry(Duration due, long number, Runnable task) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private final List<Throwable> dropped = new ArrayList<>();
    private volatile Instant wall;
    private volatile Duration elapsed = Duration.ZERO;
    private long numbers;
    private boolean closed;

    ManualTimer(Instant start) {
        this.wall = start;
    }

    @Override
    public Instant now() {
        return wall;
    }

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    void set(Instant time) {
        wall = time;
    }

    @Override
    public synchronized Task after(Duration delay, Runnable task) {
        if (closed) {
            return () -> {};
        }
        Entry entry = new Entry(elapsed.plus(delay.isNegative() ? Duration.ZERO : delay), numbers++, task);
        entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    private synchronized @Nullable Entry takeBefore(Duration end) {
        Entry next = entries.peek();
        return next == null || next.due().compareTo(end) > 0 ? null : entries.remove();
    }

    void advance(Duration duration) {
        Duration end = elapsed.plus(duration);
        Entry next = takeBefore(end);
        while (next != null) {
            go(next.due());
            try {
                next.task().run();
            } catch (RuntimeException | Error e) {
                dropped.add(e);
            }
            next = takeBefore(end);
        }
        go(end);
    }

    private void go(Duration time) {
        // Another thread may have asked for a task at a time that has passed since.
        Duration to = time.compareTo(elapsed) < 0 ? elapsed : time;
        wall = wall.plus(to.minus(elapsed));
        elapsed = to;
    }

    /** What tasks threw and nobody saw. */
    List<Throwable> dropped() {
        return dropped;
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
    }
}

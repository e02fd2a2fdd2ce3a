package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A clock that stands still until it is told to go on; tasks run in the order of their times, on the thread that tells it.
 * As on a machine, the wall clock can be set without the delays taking notice.
 */
final class ManualTimer implements Timer {
    private record Entry(Duration due, long number, Runnable task) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private final List<Throwable> dropped = new ArrayList<>();
    private Instant wall;
    private Duration elapsed = Duration.ZERO;
    private long numbers;
    private boolean closed;

    ManualTimer(Instant start) {
        this.wall = start;
    }

    @Override
    public Instant now() {
        return wall;
    }

    void set(Instant time) {
        wall = time;
    }

    @Override
    public Task after(Duration delay, Runnable task) {
        if (closed) {
            return () -> {};
        }
        Entry entry = new Entry(elapsed.plus(delay.isNegative() ? Duration.ZERO : delay), numbers++, task);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    void advance(Duration duration) {
        Duration end = elapsed.plus(duration);
        Entry next = entries.peek();
        while (next != null && next.due().compareTo(end) <= 0) {
            entries.remove();
            go(next.due());
            try {
                next.task().run();
            } catch (RuntimeException | Error e) {
                dropped.add(e);
            }
            next = entries.peek();
        }
        go(end);
    }

    private void go(Duration to) {
        wall = wall.plus(to.minus(elapsed));
        elapsed = to;
    }

    /** What tasks threw and nobody saw. */
    List<Throwable> dropped() {
        return dropped;
    }

    @Override
    public void close() {
        closed = true;
        entries.clear();
    }
}

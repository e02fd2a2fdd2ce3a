package org.migrationmodes.source;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last good documents in a {@link StateFolder}, on a thread of its own: a disk that is slow, full or gone delays
 * no freeze. What could not be written is tried again until it can. Thread-safe.
 */
final class Memory implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final System.Logger log = System.getLogger(Memory.class.getName());
    private final StateFolder folder;
    private final Timer disk;
    private final Timer alarms;
    private final Map<String, Copy> unwritten = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> warned = new HashSet<>();
    private Timer.Task next = () -> {};
    private boolean writing;
    private @Nullable String trouble;

    /**
     * @param disk writes
     * @param alarms says when that takes long
     */
    Memory(StateFolder folder, Timer disk, Timer alarms) {
        this.folder = folder;
        this.disk = disk;
        this.alarms = alarms;
        if (!folder.isKnown()) {
            report("no folder for the last good documents is known, so the mode will not outlive a restart; name one as"
                    + " migration.state");
        }
    }

    /** Why documents cannot be kept at the moment; null if all is well. */
    synchronized @Nullable String trouble() {
        return trouble;
    }

    /** The copy on disk, or null if there is none or it makes no sense. */
    synchronized @Nullable Copy recall(String slot) {
        StateFolder.Found found = folder.read(slot);
        if (found.problem() != null) {
            lost.add(slot);
            report(found.problem());
        }
        return found.copy();
    }

    /** Whether there was a copy that could not be read, so that nobody knows any more what it said. */
    synchronized boolean isLost(String slot) {
        return lost.contains(slot);
    }

    /** Replaces the copy as soon as the disk allows. */
    synchronized void keep(String slot, Copy copy) {
        if (folder.isKnown()) {
            unwritten.put(slot, copy);
            if (!writing) {
                next.cancel();
                next = disk.after(Duration.ZERO, this::write);
            }
        }
    }

    private void write() {
        Map<String, Copy> batch = begin();
        Timer.Task slow = () -> {};
        boolean allWell = false;
        try {
            slow = alarms.after(
                    SLOW,
                    () -> report("writing to " + folder + " takes longer than " + SLOW.toSeconds()
                            + " s; what holds would not outlive a restart now"));
            boolean written = true;
            for (Map.Entry<String, Copy> entry : batch.entrySet()) {
                written &= write(entry.getKey(), entry.getValue());
            }
            allWell = written;
        } finally {
            slow.cancel();
            end(allWell);
        }
    }

    private synchronized Map<String, Copy> begin() {
        writing = true;
        return new LinkedHashMap<>(unwritten);
    }

    private boolean write(String slot, Copy copy) {
        try {
            folder.write(slot, copy);
        } catch (IOException | RuntimeException e) {
            report("cannot keep the last good document in " + folder.file(slot) + ", so it will not outlive a restart: "
                    + e);
            return false;
        }
        synchronized (this) {
            unwritten.remove(slot, copy);
        }
        return true;
    }

    private synchronized void end(boolean allWell) {
        writing = false;
        if (!unwritten.isEmpty()) {
            next = disk.after(allWell ? Duration.ZERO : BETWEEN_TRIES, this::write);
        } else if (trouble != null) {
            log.log(System.Logger.Level.INFO, "The last good documents are kept in {0} again", folder);
            trouble = null;
            warned.clear();
        }
    }

    private synchronized void report(String problem) {
        if (warned.add(problem)) {
            log.log(System.Logger.Level.WARNING, problem);
        }
        trouble = problem;
    }

    /** Writes what is still to be written, once the timers are closed, unless the disk hangs. */
    @Override
    public void close() {
        synchronized (this) {
            if (writing || unwritten.isEmpty()) {
                return;
            }
        }
        write();
    }
}

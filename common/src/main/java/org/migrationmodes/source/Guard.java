package org.migrationmodes.source;

import org.jspecify.annotations.Nullable;

/** Keeps the threads going whatever the work on them throws, and says so once and not at each turn. Thread-safe. */
final class Guard {
    private final System.Logger log = System.getLogger(Guard.class.getName());
    private volatile @Nullable String failure;

    /** Runs some work; says whether it ended well. */
    boolean run(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error e) {
            String said = what + " failed: " + e;
            if (!said.equals(failure)) {
                failure = said;
                log.log(System.Logger.Level.ERROR, said, e);
            }
            return false;
        }
    }

    /** All is well: the next failure is news. */
    void forget() {
        failure = null;
    }
}

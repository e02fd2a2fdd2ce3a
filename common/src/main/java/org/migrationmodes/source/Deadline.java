package org.migrationmodes.source;

import java.time.Duration;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** A time within which some calls, one after the other, must be over. Thread-safe. */
final class Deadline implements AutoCloseable {
    private final Timer.Task alarm;
    private @Nullable Call current;
    private boolean over;

    /**
     * Begins now.
     *
     * @param timer whose thread is not the one that makes the calls
     */
    Deadline(Timer timer, Duration patience) {
        this.alarm = timer.after(patience, this::end);
    }

    /** From now on it is this call that it would end. */
    synchronized Call limit(Call call) {
        current = call;
        if (over) {
            call.cancel();
        }
        return call;
    }

    private synchronized void end() {
        over = true;
        if (current != null) {
            current.cancel();
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        alarm.cancel();
    }
}

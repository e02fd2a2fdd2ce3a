package org.migrationmodes.source;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One call, which ends with its answer, at its deadline or when it is stopped, and leaves nothing behind. */
final class EtcdCall implements AutoCloseable {
    private final Call call;
    private final Timer deadlines;
    private Timer.Task deadline = () -> {};
    private @Nullable Response response;
    private volatile @Nullable String stopped;

    EtcdCall(Call call, Timer deadlines) {
        this.call = call;
        this.deadlines = deadlines;
    }

    /** From now on it may take this long; then it is stopped for the given reason. */
    void allow(Duration time, String orElse) {
        deadline.cancel();
        deadline = deadlines.after(time, () -> stop(orElse));
    }

    Response execute() throws IOException {
        Response answered = call.execute();
        response = answered;
        return answered;
    }

    /** Ends it from another thread; the first reason counts. */
    void stop(String why) {
        if (stopped == null) {
            stopped = why;
        }
        call.cancel();
    }

    /** Why it was stopped, null if it was not. */
    @Nullable
    String stopped() {
        return stopped;
    }

    /** What it failed by, in words that are the same each time. */
    String reason(IOException e) {
        String why = stopped;
        if (why != null) {
            return why;
        }
        if (e instanceof EOFException) {
            return "ends the connection";
        }
        Throwable cause = e;
        while (cause instanceof ConnectException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    @Override
    public void close() {
        deadline.cancel();
        call.cancel();
        if (response != null) {
            try {
                // A body that is closed before its end is read on with a timeout, for which Okio starts a thread that
                // keeps our class loader for a minute; a read that fails ends it as well.
                response.body().source().skip(Long.MAX_VALUE);
            } catch (IOException e) {
                response = null;
            }
        }
    }
}

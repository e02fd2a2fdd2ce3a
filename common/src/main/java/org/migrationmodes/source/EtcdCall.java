package org.migrationmodes.source;

import java.io.IOException;
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

    /** What it failed by, in words that stay the same while the trouble does. */
    String reason(IOException e) {
        String why = stopped;
        return why != null ? why : HttpTrouble.of(e, call.request().url().host());
    }

    @Override
    public void close() {
        deadline.cancel();
        call.cancel();
        if (response != null) {
            response.close();
        }
    }
}

package org.migrationmodes.gate;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something once when an asynchronous request is over, however often it was dispatched in between. */
final class AtEnd implements AsyncListener {
    private final Runnable end;
    private final AtomicBoolean over = new AtomicBoolean();

    AtEnd(Runnable end) {
        this.end = end;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (over.compareAndSet(false, true)) {
            end.run();
        }
    }

    /** A new cycle forgets its listeners (Servlet 6.0, section 2.3.3.3). */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows
    }
}

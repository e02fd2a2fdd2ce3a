package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the host believes to be done and the container has not seen yet: a part of the body, and a flush. */
final class Owed {

    private final HttpServletResponse container;
    private @Nullable HeldBody body;
    private volatile boolean flush;

    Owed(HttpServletResponse container) {
        this.container = container;
    }

    void hold(HeldBody held) {
        body = held;
    }

    boolean isEmpty() {
        return body == null;
    }

    /** Whether the host has written all that it announced. */
    boolean isAll(long announced) {
        return body == null ? announced == 0 : body.isAll(announced);
    }

    void oweFlush() {
        flush = true;
    }

    boolean owesFlush() {
        return flush;
    }

    void pay() throws IOException {
        if (body != null) {
            body.release();
        }
        if (flush) {
            flush = false;
            container.flushBuffer();
        }
    }

    void discardBody() {
        if (body != null) {
            body.discard();
            body = null;
        }
    }
}

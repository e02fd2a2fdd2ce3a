package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins a body anew where the host does, or a container in its name. */
abstract class RestartingResponse extends LeavingResponse {

    RestartingResponse(HttpServletResponse container, WithheldHeaders withheld) {
        super(container, withheld);
    }

    abstract Passage passage();

    /** The host has to ask for its stream or writer again. */
    abstract void forgetStreams();

    @Override
    public void reset() {
        if (isWithoutEffect()) {
            return;
        }
        synchronized (passage().lock) {
            beforeReset();
            super.reset();
            passage().reset();
            forgetStreams();
        }
    }

    @Override
    public void resetBuffer() {
        synchronized (passage().lock) {
            beforeReset();
            super.resetBuffer();
            passage().startOver();
            if (Servlet61.isThere() && !isJetty()) {
                // So begins a forward, with whose end Tomcat 11 takes no header any more.
                passage().endUnseen();
            }
        }
    }

    /**
     * Jetty forwards by resetting the buffer of its own response, unseen by us. A response takes a buffer size again
     * once it has nothing written (Servlet 6.0, ServletResponse.setBufferSize).
     */
    final void noticeForward() {
        if (passage().isWritten() && !super.isCommitted() && isJetty()) {
            try {
                super.setBufferSize(super.getBufferSize());
                synchronized (passage().lock) {
                    passage().startOver();
                }
            } catch (IllegalStateException written) {
                // still there
            }
        }
    }

    private void beforeReset() {
        try {
            passage().settleFlush();
        } catch (IOException gone) {
            // the client is: the container will refuse to take back what it sent
        }
    }
}

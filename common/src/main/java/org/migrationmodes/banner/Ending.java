package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a body ends: by the host, or by the container, with one of its own or with what there is. Thread-safe. */
final class Ending {

    private final Passage page;
    private final WithheldHeaders withheld;
    private final HttpServletResponse container;
    private final boolean head;

    /**
     * Of one response.
     *
     * @param page the body's way
     * @param view the headers as the host sees them
     * @param head whether the container drops the body
     */
    Ending(Passage page, HeaderView view, boolean head) {
        this.page = page;
        this.withheld = view.withheld;
        this.container = view.container;
        this.head = head;
    }

    /** The host writes nothing more. */
    void finish() throws IOException {
        if (page.isSettled()) {
            return;
        }
        synchronized (page.lock) {
            boolean unwritten =
                    page.state() == BodyState.UNDECIDED ? page.decision().isPage() : page.state() == BodyState.HOLDING;
            // RFC 9110 section 9.3.2: HEAD may omit what only writing the page would tell, as its length with a banner
            boolean omitted = head && unwritten && !page.hasAll();
            boolean lengthOmitted = omitted && withheld.length() > 0;
            if (omitted) {
                withheld.omit();
            }
            page.pass();
            page.release();
            if (lengthOmitted) {
                // else Jetty counts the bytes of the body that it did not get
                container.flushBuffer();
            }
        }
    }

    /** The container writes from here on, with the host's headers and a body of its own. */
    void leave() throws IOException {
        synchronized (page.lock) {
            page.settleFlush();
            if (!container.isCommitted() && page.state() != BodyState.PASSING) {
                page.discard();
                page.pass();
            }
        }
    }

    /** The container ends the answer, with what there is of the body. */
    void end() throws IOException {
        synchronized (page.lock) {
            page.settleFlush();
            if (!container.isCommitted() && !page.isSettled()) {
                page.pass();
                page.release();
            }
        }
    }
}

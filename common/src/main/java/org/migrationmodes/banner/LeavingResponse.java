package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves errors and redirects to the container: it writes their bodies, and knows nothing of what we hold. */
abstract class LeavingResponse extends HeaderView {

    LeavingResponse(HttpServletResponse container, WithheldHeaders withheld) {
        super(container, withheld);
    }

    abstract Ending ending();

    @Override
    public void sendError(int status) throws IOException {
        if (!isWithoutEffect()) {
            ending().leave();
        }
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!isWithoutEffect()) {
            ending().leave();
        }
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (!isWithoutEffect()) {
            ending().leave();
        }
        super.sendRedirect(location);
    }

    /** As of Servlet 6.1; without it the call would go around us, and so with the next two. */
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    /** As of Servlet 6.1. */
    public void sendRedirect(String location, int status) throws IOException {
        sendRedirect(location, status, true);
    }

    /** As of Servlet 6.1. */
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        if (!isWithoutEffect()) {
            if (clearBuffer) {
                ending().leave();
            } else {
                ending().end();
            }
        }
        Servlet61.sendRedirect((HttpServletResponse) getResponse(), location, status, clearBuffer);
    }
}

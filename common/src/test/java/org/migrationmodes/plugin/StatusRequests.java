package org.migrationmodes.plugin;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what comes for the status, before any filter sees it. */
public final class StatusRequests implements ServletRequestListener {
    static final String LISTENER =
            "<listener><listener-class>" + StatusRequests.class.getName() + "</listener-class></listener>";
    static final AtomicInteger SEEN = new AtomicInteger();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (((HttpServletRequest) event.getServletRequest()).getRequestURI().endsWith("/status.json")) {
            SEEN.incrementAndGet();
        }
    }
}

package org.migrationmodes.benchmark.load;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what reaches it by POST, and tells by GET. */
public final class StoreServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final AtomicLong STORED = new AtomicLong();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        STORED.incrementAndGet();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(STORED.get());
    }
}

package org.migrationmodes.benchmark.load;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A host that does nothing but write the page that its path names: {@code /stream/10240}, {@code /writer/10240}. */
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    static final List<Integer> SIZES = List.of(10 << 10, 100 << 10, 1 << 20, 10 << 20);
    static final int NO_BODY = 1 << 20;
    /** A page that comes in six parts within half a second. */
    static final String DRIPPING = "/dripping";

    private static final int DRIPS = 5;
    private static final long BETWEEN_NANOS = 100_000_000;

    private static final Map<String, Page> STREAMED = new HashMap<>();
    private static final Map<String, Page> WRITTEN = new HashMap<>();

    static {
        for (int size : SIZES) {
            STREAMED.put("/stream/" + size, Page.of(size));
            WRITTEN.put("/writer/" + size, Page.of(size));
        }
        STREAMED.put("/bodiless", Page.withoutBody(NO_BODY));
    }

    static List<String> paths() {
        return Stream.of(STREAMED, WRITTEN)
                .flatMap(pages -> pages.keySet().stream())
                .sorted()
                .toList();
    }

    static Page page(String path) {
        return Stream.of(STREAMED, WRITTEN)
                .filter(pages -> pages.containsKey(path))
                .map(pages -> pages.get(path))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        response.setContentType("text/html;charset=UTF-8");
        if (path.equals(DRIPPING)) {
            drip(response.getOutputStream());
            return;
        }
        Page streamed = STREAMED.get(path);
        if (streamed != null) {
            ServletOutputStream out = response.getOutputStream();
            for (byte[] piece : streamed.pieces()) {
                out.write(piece);
            }
            return;
        }
        Page written = WRITTEN.get(path);
        if (written == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PrintWriter out = response.getWriter();
        for (String piece : written.strings()) {
            out.write(piece);
        }
    }

    private static void drip(ServletOutputStream out) throws IOException {
        out.write(Page.of(4096).pieces().get(0));
        out.flush();
        for (int i = 0; i < DRIPS; i++) {
            LockSupport.parkNanos(BETWEEN_NANOS);
            out.print("<p>more</p>");
            out.flush();
        }
    }
}

package org.migrationmodes.benchmark.load;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What one writes first: holds the whole page back, then replaces in it. */
public final class NaiveFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    static final String BANNER = "<div class=\"migration-banner \">The forum moves.</div>";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Held held = new Held(response);
        chain.doFilter(request, held);
        held.writer.flush();
        byte[] page = held.bytes
                .toString(StandardCharsets.UTF_8)
                .replaceFirst("<body[^>]*>", "$0" + BANNER)
                .getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(page);
    }

    private static final class Held extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintWriter writer = new PrintWriter(bytes, false, StandardCharsets.UTF_8);

        Held(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("the naive filter knows no asynchronous writing");
                }

                @Override
                public void write(int single) {
                    bytes.write(single);
                }

                @Override
                public void write(byte[] piece, int offset, int length) {
                    bytes.write(piece, offset, length);
                }
            };
        }
    }
}

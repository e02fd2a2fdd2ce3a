package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** Writes to a response, and watches how much of it the container gets. */
final class FuzzHost {
    private final SinkContainer container;
    private final HttpServletResponse response;
    private final int bound;

    /** @param bound how much may be kept back if a length is announced */
    FuzzHost(SinkContainer container, HttpServletResponse response, int bound) {
        this.container = container;
        this.response = response;
        this.bound = bound;
    }

    /** Returns what was thrown, or nothing. */
    String visit(FuzzVisit visit) {
        try {
            if (visit.before().isPresent()) {
                write(visit.before().get(), false);
                if (visit.headersToo()) {
                    response.reset();
                } else {
                    response.resetBuffer();
                }
            }
            write(visit.body(), visit.leavesLength());
            return "";
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
    }

    private void write(FuzzBody body, boolean announced) throws IOException {
        response.setContentType(body.page().type());
        if (body.told()) {
            announce(body);
        }
        if (body.flushedFirst()) {
            response.flushBuffer();
        }
        int held = body.told() || announced ? bound : 0;
        String content = body.content();
        int off = 0;
        for (int i = 0; off < content.length(); i++) {
            FuzzBody.Step step = body.steps().get(i % body.steps().size());
            int end = off + Math.min(step.size(), content.length() - off);
            if (body.characters()) {
                print(response.getWriter(), content, off, end, step.way());
            } else {
                write(response.getOutputStream(), content.substring(off, end), body.page(), step.way());
            }
            off = end;
            assertThat(off - container.taken()).as("held back").isLessThanOrEqualTo(held);
            flush(step.flush(), body.characters());
        }
    }

    private void announce(FuzzBody body) {
        switch (body.steps().size() % 3) {
            case 0 -> response.setContentLength((int) body.length());
            case 1 -> response.setContentLengthLong(body.length());
            default -> response.setHeader("Content-Length", Long.toString(body.length()));
        }
    }

    private static void write(ServletOutputStream out, String latin, FuzzPage page, int way) throws IOException {
        // elsewhere it is the container's own business what print() makes of it
        boolean printable = Charsets.encoding(page.charset().name()) == PageEncoding.ASCII
                && !page.hasEscapes()
                && latin.chars().allMatch(c -> c < 0x80);
        byte[] bytes = latin.getBytes(ISO_8859_1);
        if (bytes.length == 1 && way < 3) {
            out.write(bytes[0]);
        } else if (way == 4 && printable && latin.endsWith("\r\n")) {
            out.println(latin.substring(0, latin.length() - 2));
        } else if (way >= 3 && printable) {
            out.print(latin);
        } else {
            out.write(bytes, 0, bytes.length);
        }
    }

    private static void print(PrintWriter out, String text, int off, int end, int way) {
        String line = System.lineSeparator();
        switch (way) {
            case 0 -> out.write(text, off, end - off);
            case 1 -> out.write(text.toCharArray(), off, end - off);
            case 2 -> out.append(text, off, end);
            case 3 -> text.substring(off, end).chars().forEach(out::write);
            default -> {
                if (text.startsWith(line, end - line.length()) && end - off >= line.length()) {
                    out.println(text.substring(off, end - line.length()));
                } else {
                    out.printf("%s", text.substring(off, end));
                }
            }
        }
    }

    private void flush(int how, boolean characters) throws IOException {
        if (how == 0) {
            response.flushBuffer();
        } else if (how == 1 && characters) {
            response.getWriter().flush();
        } else if (how == 1) {
            response.getOutputStream().flush();
        }
    }
}

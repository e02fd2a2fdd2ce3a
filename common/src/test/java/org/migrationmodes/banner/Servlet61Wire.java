package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Servlet 6.1 added: a wrapper that is compiled against an older one does not know it, and it would go around. Run
 * by {@link OtherTomcatsTest}, on a container that has it; called by its name, since this is compiled without.
 */
class Servlet61Wire extends WireContract {

    private static final Charset EBCDIC = Charset.forName("IBM037");

    Servlet61Wire() {
        super(TomcatBannerResponseTest::start);
    }

    /** A redirect in one of the ways that there are. */
    @FunctionalInterface
    interface Redirect {
        void send(HttpServletResponse response) throws Exception;
    }

    static Stream<Named<Redirect>> clearing() {
        return Stream.of(
                Named.of(
                        "(String, boolean)",
                        response ->
                                redirect(response, new Class<?>[] {String.class, boolean.class}, "/elsewhere", true)),
                Named.of(
                        "(String, int)",
                        response -> redirect(response, new Class<?>[] {String.class, int.class}, "/elsewhere", 308)),
                Named.of("(String, int, boolean)", response -> redirect(response, 303, true)),
                Named.of(
                        "behind a wrapper of the host",
                        response -> redirect(new HttpServletResponseWrapper(response), 303, true)));
    }

    static Stream<Named<Redirect>> keeping() {
        return Stream.of(
                Named.of(
                        "(String, boolean)",
                        response ->
                                redirect(response, new Class<?>[] {String.class, boolean.class}, "/elsewhere", false)),
                Named.of("(String, int, boolean)", response -> redirect(response, 303, false)));
    }

    private static void redirect(HttpServletResponse response, int status, boolean clear) throws Exception {
        redirect(response, new Class<?>[] {String.class, int.class, boolean.class}, "/elsewhere", status, clear);
    }

    private static void redirect(HttpServletResponse response, Class<?>[] types, Object... arguments) throws Exception {
        call(HttpServletResponse.class, response, "sendRedirect", types, arguments);
    }

    private static void encode(HttpServletResponse response, @Nullable Charset charset) throws Exception {
        call(ServletResponse.class, response, "setCharacterEncoding", new Class<?>[] {Charset.class}, charset);
    }

    private static void write(ServletOutputStream out, ByteBuffer bytes) throws Exception {
        call(ServletOutputStream.class, out, "write", new Class<?>[] {ByteBuffer.class}, bytes);
    }

    private static void call(Class<?> type, Object target, String name, Class<?>[] types, @Nullable Object... arguments)
            throws Exception {
        try {
            type.getMethod(name, types).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    @ParameterizedTest
    @MethodSource("clearing")
    void aRedirectTakesBackWhatWasWritten(Redirect redirect) throws IOException {
        for (String before : List.of("", "<html><he", START, LONG_PAGE.substring(0, 4000))) {
            for (int length : new int[] {-1, 20, 100_000}) {
                host = (request, response) -> {
                    response.setContentType(HTML);
                    response.setHeader("ETag", "\"1\"");
                    response.setHeader("X-Kept", "1");
                    response.setContentLength(length);
                    stream(response, before);
                    redirect.send(response);
                    stream(response, PAGE);
                };
                // a length that is set stays, and may be another one than that of the container's body
                assertUntouched("GET", "/host", "Connection: close");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("keeping")
    void aRedirectKeepsWhatWasWritten(Redirect redirect) throws IOException {
        for (int length : new int[] {-1, length(PAGE)}) {
            host = (request, response) -> {
                response.setContentType(HTML);
                response.setHeader("ETag", "\"1\"");
                response.setContentLength(length);
                stream(response, FRAGMENT.substring(0, 8));
                stream(response, FRAGMENT.substring(8));
                redirect.send(response);
                stream(response, PAGE);
            };
            assertUntouched("GET", "/host", "Connection: close");
        }
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, START);
            redirect.send(response);
        }));
    }

    @Test
    void aRedirectAfterAFlushIsRefused() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(PAGE));
            response.flushBuffer();
            String seen = "not refused";
            try {
                redirect(response, 303, request.getQueryString() != null);
            } catch (IllegalStateException refused) {
                seen = "refused";
            }
            assertThat(seen).isEqualTo("refused");
            stream(response, PAGE);
        };
        assertBanner(UTF_8, "/host");
        assertBanner(UTF_8, "/host?clear");
    }

    @Test
    void aRedirectInsideAnIncludeHasNoEffect() throws IOException {
        assertBanner((request, response) -> {
            if (request.getDispatcherType() == jakarta.servlet.DispatcherType.INCLUDE) {
                redirect(response, 303, true);
                redirect(response, 303, false);
            } else {
                response.setContentType(HTML);
                response.setContentLength(length(PAGE));
                stream(response, START);
                request.getRequestDispatcher(request.getServletPath() + "/part").include(request, response);
                stream(response, PAGE.substring(START.length()));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 69, 70, 8192, 1 << 20})
    void aPageInBuffers(int piece) throws IOException {
        byte[] page = ("<!-- " + LONG_PAGE.substring(15_000)).getBytes(UTF_8);
        for (boolean direct : new boolean[] {true, false}) {
            for (boolean length : new boolean[] {true, false}) {
                Wire.Answer answer = assertBanner((request, response) -> {
                    response.setContentType(HTML);
                    if (length) {
                        response.setContentLength(page.length);
                    }
                    for (int off = 0; off < page.length; off += piece) {
                        int size = Math.min(piece, page.length - off);
                        ByteBuffer buffer =
                                direct ? ByteBuffer.allocateDirect(size + 9) : ByteBuffer.allocate(size + 9);
                        buffer.position(5).limit(5 + size).mark();
                        buffer.put(page, off, size).reset();
                        write(response.getOutputStream(), direct ? buffer : buffer.asReadOnlyBuffer());
                        if (direct) {
                            assertThat(buffer.remaining()).isZero();
                            assertThat(buffer.limit()).isEqualTo(5 + size);
                        }
                        write(response.getOutputStream(), buffer.limit(0));
                    }
                });
                assertThat(answer.header("Content-Length").isPresent()).isEqualTo(length);
            }
        }
    }

    @Test
    void noPageInBuffersIsLeftAlone() throws IOException {
        for (String type : List.of(HTML, "image/png")) {
            assertUntouched((request, response) -> {
                response.setContentType(type);
                response.setHeader("ETag", "\"1\"");
                for (String part : FRAGMENT.split("(?=<)", 0)) {
                    write(response.getOutputStream(), ByteBuffer.wrap(part.getBytes(ISO_8859_1)));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteListenerWritesBuffers(boolean length) throws IOException {
        byte[] page = (LONG_PAGE + "z".repeat(2_000_000)).getBytes(UTF_8);
        assertBanner((request, response) -> {
            AsyncContext async = request.startAsync(request, response);
            response.setContentType(HTML);
            if (length) {
                response.setContentLength(page.length);
            }
            ServletOutputStream out = response.getOutputStream();
            ByteBuffer rest = ByteBuffer.wrap(page);
            out.setWriteListener(new WriteListener() {
                @Override
                public void onWritePossible() throws IOException {
                    while (out.isReady()) {
                        if (!rest.hasRemaining()) {
                            async.complete();
                            return;
                        }
                        int size = Math.min(9_000, rest.remaining());
                        ByteBuffer some = rest.slice(rest.position(), size);
                        rest.position(rest.position() + size);
                        try {
                            Servlet61Wire.write(out, some);
                        } catch (IOException e) {
                            throw e;
                        } catch (Exception e) {
                            throw new IOException(e);
                        }
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    async.complete();
                }
            });
        });
    }

    @Test
    void aCharsetDecidesAsItsNameDoes() throws IOException {
        assertUntouched((request, response) -> {
            response.setContentType("text/html");
            encode(response, EBCDIC);
            response.setContentLength(START.length());
            response.getOutputStream().write(START.getBytes(EBCDIC));
        });
        host = (request, response) -> {
            response.setContentType("text/html");
            encode(response, UTF_16BE);
            response.setContentLength(2 * START.length());
            response.getOutputStream().write(START.getBytes(UTF_16BE));
        };
        assertLength(assertBanner(UTF_16BE, "/host"));
        assertBanner((request, response) -> {
            response.setContentType("text/html");
            encode(response, UTF_16BE);
            encode(response, UTF_8);
            response.setContentLength(length(PAGE));
            response.getWriter().write(PAGE);
        });
        assertBanner((request, response) -> {
            response.setContentType("text/html");
            encode(response, UTF_16BE);
            encode(response, null);
            stream(response, PAGE);
        });
    }

    @Test
    void aCharsetAfterAFlushHasNoEffect() throws IOException {
        assertLength(assertBanner((request, response) -> {
            response.setContentType("text/html");
            response.setContentLength(length(PAGE));
            response.flushBuffer();
            encode(response, UTF_16BE);
            stream(response, PAGE);
        }));
    }
}

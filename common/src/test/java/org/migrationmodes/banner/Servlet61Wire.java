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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static void encode(HttpServletResponse response, @Nullable Charset charset) throws Exception {
        Servlet61Call.call(
                ServletResponse.class, response, "setCharacterEncoding", new Class<?>[] {Charset.class}, charset);
    }

    private static void write(ServletOutputStream out, ByteBuffer bytes) throws Exception {
        Servlet61Call.call(ServletOutputStream.class, out, "write", new Class<?>[] {ByteBuffer.class}, bytes);
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

package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Content-Length, in every way that hosts set one, and bodies in pieces. */
abstract class LengthContract extends WireContract {

    LengthContract(TestContainer.Starter starter) {
        super(starter);
    }

    static Stream<Named<ObjLongConsumer<HttpServletResponse>>> lengths() {
        return Stream.of(
                Named.of("setContentLength", (response, n) -> response.setContentLength((int) n)),
                Named.of("setContentLengthLong", (response, n) -> response.setContentLengthLong(n)),
                Named.of("setHeader", (response, n) -> response.setHeader("content-length", Long.toString(n))),
                Named.of("addHeader", (response, n) -> response.addHeader("CONTENT-LENGTH", Long.toString(n))),
                Named.of("setIntHeader", (response, n) -> response.setIntHeader("Content-Length", (int) n)),
                Named.of("addIntHeader", (response, n) -> response.addIntHeader("Content-Length", (int) n)),
                Named.of("null, then addHeader as Jetty does", (response, n) -> {
                    response.setHeader("Content-Length", null);
                    response.addHeader("Content-Length", Long.toString(n));
                    response.addHeader("Content-Length", null);
                }),
                Named.of("twice", (response, n) -> {
                    response.setContentLength(5);
                    response.setHeader("Content-Length", Long.toString(n));
                }));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aLengthThatIsSetBeforeTheStreamIsCorrected(ObjLongConsumer<HttpServletResponse> length) throws IOException {
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            length.accept(response, length(PAGE));
            stream(response, PAGE);
        }));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aLengthThatIsSetAfterTheStreamWasTakenIsCorrected(ObjLongConsumer<HttpServletResponse> length)
            throws IOException {
        assertLength(assertBanner((request, response) -> {
            ServletOutputStream out = response.getOutputStream();
            response.setContentType(HTML);
            length.accept(response, length(PAGE));
            out.write(PAGE.getBytes(UTF_8));
            out.close();
        }));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aLengthThatIsSetForAWriterIsCorrected(ObjLongConsumer<HttpServletResponse> length) throws IOException {
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            length.accept(response, length(PAGE));
            response.getWriter().write(PAGE);
        }));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void theLengthOfAFragmentIsLeftAlone(ObjLongConsumer<HttpServletResponse> length) throws IOException {
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            length.accept(response, length(FRAGMENT));
            stream(response, FRAGMENT);
            response.flushBuffer();
        });
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            length.accept(response, length(FRAGMENT));
            response.getWriter().write(FRAGMENT);
            response.getWriter().flush();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 60, 1000})
    void aLengthThatIsWrongStaysAsWrong(long length) throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLengthLong(length);
            stream(response, FRAGMENT);
        };
        assertUntouched("GET", "/host", "Connection: close");
    }

    @Test
    void whatIsWrittenBeyondTheLengthIsNoPartOfThePage() throws IOException {
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(20);
            ServletOutputStream out = response.getOutputStream();
            out.write(PAGE.getBytes(UTF_8), 0, 15);
            out.write(PAGE.getBytes(UTF_8), 15, 5);
        });
        host = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(20);
            stream(response, PAGE);
        };
        assertUntouched("GET", "/host", "Connection: close");
        host = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(20);
            response.getWriter().write(PAGE);
        };
        assertUntouched("GET", "/host", "Connection: close");
    }

    @Test
    void anUnreadableLengthIsTheContainersProblem() throws IOException {
        Host unreadable = (request, response) -> {
            response.setContentType(HTML);
            try {
                response.setHeader("Content-Length", "many");
            } catch (NumberFormatException refused) {
                response.setHeader("X-Refused", "1");
            }
            stream(response, PAGE);
        };
        host = unreadable;
        assertThat(wrapped("GET", "/host", "Connection: close").headersWithout("Date"))
                .isEqualTo(plain("GET", "/host", "Connection: close").headersWithout("Date"));
    }

    @Test
    void aLengthThatIsTakenBackIsNone() throws IOException {
        Wire.Answer answer = assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(10);
            response.setContentLength(-1);
            stream(response, LONG_PAGE);
        });
        assertThat(answer.header("Transfer-Encoding")).contains("chunked");
    }

    @Test
    void aLengthThatIsSetAfterTheBodyIsCorrected() throws IOException {
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, PAGE);
            response.setContentLength(length(PAGE));
        }));
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, START);
            response.setContentLength(length(START) + 100_000);
            stream(response, "y".repeat(100_000));
        }));
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            stream(response, FRAGMENT);
            response.setContentLength(length(FRAGMENT));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 69, 70, 8192, 1 << 20})
    void aPageInPiecesWithALength(int piece) throws IOException {
        byte[] page = LONG_PAGE.getBytes(UTF_8);
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(page.length);
            pieces(response.getOutputStream(), page, piece);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 69, 70, 8192, 1 << 20})
    void aPageInPiecesWithoutALength(int piece) throws IOException {
        byte[] page = LONG_PAGE.getBytes(UTF_8);
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            pieces(response.getOutputStream(), page, piece);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageWhoseTagComesTooLateIsLeftAlone(boolean length) throws IOException {
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            if (length) {
                response.setContentLength(length(LATE_PAGE));
            }
            pieces(response.getOutputStream(), LATE_PAGE.getBytes(UTF_8), 8192);
        });
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            if (length) {
                response.setContentLength(length(LATE_PAGE));
            }
            response.getWriter().write(LATE_PAGE);
        });
    }

    @Test
    void answersOnOneConnectionStayApart() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            if (request.getQueryString() != null) {
                response.setContentLength(length(PAGE));
            }
            stream(response, PAGE);
        };
        String expected = new String(
                PAGE.replace("a>b\">", "a>b\">" + BannerFilter.MARKUP).getBytes(UTF_8), ISO_8859_1);
        try (Wire wire = new Wire(container.port())) {
            for (String path : List.of("/host", "/host?length", "/host?length", "/host", "/small.html")) {
                assertThat(wire.request("GET", path, BannerFilter.SWITCH + ": on")
                                .text())
                        .isEqualTo(expected);
                wire.request("HEAD", path, BannerFilter.SWITCH + ": on");
            }
        }
    }
}

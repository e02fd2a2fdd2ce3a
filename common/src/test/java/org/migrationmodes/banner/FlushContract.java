package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flushes reach the client, or wait for the length. */
abstract class FlushContract extends WireContract {

    FlushContract(TestContainer.Starter starter) {
        super(starter);
    }

    @Test
    void aPageOfJspwikiIsFlushedBeforeItsFirstByte() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType("text/html");
            response.setContentType(HTML);
            response.setHeader("ETag", "\"1\"");
            response.flushBuffer();
            ServletOutputStream out = response.getOutputStream();
            pieces(out, LONG_PAGE.getBytes(UTF_8), 8192);
            out.flush();
            out.close();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"buffer", "stream", "writer", "checkError"})
    void aFlushBeforeTheFirstByteWaitsForTheLength(String what) throws IOException {
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(LONG_PAGE));
            response.setHeader("ETag", "\"1\"");
            switch (what) {
                case "buffer" -> response.flushBuffer();
                case "stream" -> response.getOutputStream().flush();
                case "writer" -> response.getWriter().flush();
                default -> assertThat(response.getWriter().checkError()).isFalse();
            }
            assertThat(response.isCommitted()).isTrue();
            response.setStatus(404);
            response.setHeader("X-Late", "1");
            response.setContentType("text/plain");
            if (what.equals("writer") || what.equals("checkError")) {
                response.getWriter().write(LONG_PAGE);
            } else {
                pieces(response.getOutputStream(), LONG_PAGE.getBytes(UTF_8), 5000);
            }
        }));
    }

    @Test
    void aFlushBeforeTheFirstByteOfAFragmentIsPaid() throws IOException {
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(FRAGMENT));
            response.setHeader("ETag", "\"1\"");
            response.flushBuffer();
            stream(response, FRAGMENT);
        });
        assertUntouched((request, response) -> {
            response.setContentType("text/plain");
            response.setContentLength(length(PAGE));
            response.setHeader("ETag", "\"1\"");
            response.flushBuffer();
            stream(response, PAGE);
        });
    }

    @Test
    void aFlushBeforeTheTagReachesTheClientAndCostsTheLength() throws IOException {
        for (boolean characters : new boolean[] {true, false}) {
            Wire.Answer answer = assertBanner((request, response) -> {
                response.setContentType(HTML);
                response.setContentLength(length(PAGE));
                if (characters) {
                    PrintWriter out = response.getWriter();
                    out.write(PAGE, 0, 30);
                    out.flush();
                    assertThat(response.isCommitted()).isTrue();
                    out.write(PAGE, 30, PAGE.length() - 30);
                } else {
                    ServletOutputStream out = response.getOutputStream();
                    out.write(PAGE.getBytes(UTF_8), 0, 30);
                    out.flush();
                    assertThat(response.isCommitted()).isTrue();
                    out.write(PAGE.getBytes(UTF_8), 30, length(PAGE) - 30);
                }
            });
            assertThat(answer.header("Content-Length")).isEmpty();
        }
    }

    @Test
    void withoutALengthNothingIsHeldBack() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        host = (request, response) -> {
            response.setContentType(HTML);
            response.getOutputStream().print("<html><bo");
            response.getOutputStream().flush();
            assertThat(response.isCommitted()).isTrue();
            response.getOutputStream().print("dy>");
            response.getOutputStream().flush();
            read.countDown();
            response.getOutputStream().print("x");
        };
        assertThat(wrapped("GET", "/host").text()).isEqualTo("<html><body>" + BannerFilter.MARKUP + "x");
        read.await();
    }
}

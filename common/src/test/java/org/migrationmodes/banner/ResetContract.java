package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beginning anew, and what the container refuses. */
abstract class ResetContract extends WireContract {

    ResetContract(TestContainer.Starter starter) {
        super(starter);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResetBeginsAnew(boolean length) throws IOException {
        assertBanner((request, response) -> {
            response.setContentType("text/plain");
            response.setHeader("ETag", "\"1\"");
            response.setHeader("X-Gone", "1");
            response.setContentLength(3000);
            response.getWriter().print("<html><body>something else");
            response.reset();
            assertThat(response.getHeader("ETag")).isNull();
            assertThat(response.containsHeader("Content-Length")).isFalse();
            response.setContentType(HTML);
            if (length) {
                response.setContentLength(length(PAGE));
            }
            stream(response, PAGE);
        });
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(5000);
            stream(response, START);
            response.reset();
            response.setContentType("text/plain");
            response.getWriter().print("text");
        });
    }

    @Test
    void theLengthOfABodyThatWasTakenBackDoesNotCutTheNext() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(30);
            ServletOutputStream out = response.getOutputStream();
            out.print("<html><frameset>");
            response.resetBuffer();
            response.setContentLength(length(PAGE));
            out.write(PAGE.getBytes(UTF_8), 0, 10);
            out.flush();
            out.write(PAGE.getBytes(UTF_8), 10, length(PAGE) - 10);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag seen", "tag not seen"})
    void aBufferThatIsResetMidwayLosesItsBodyOnly(String how) throws IOException {
        String first = how.equals("tag seen") ? START : "<html><!-- ";
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setHeader("X-Kept", "1");
            response.setContentLength(length(PAGE));
            PrintWriter out = response.getWriter();
            out.println(first);
            response.resetBuffer();
            out.write(PAGE);
        }));
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(PAGE));
            ServletOutputStream out = response.getOutputStream();
            out.print(first);
            response.resetBuffer();
            response.setContentType("text/plain");
            out.write(PAGE.getBytes(UTF_8));
        });
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(FRAGMENT));
            ServletOutputStream out = response.getOutputStream();
            out.print(first.substring(0, 5));
            response.resetBuffer();
            out.write(FRAGMENT.getBytes(UTF_8));
        });
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, first);
            response.resetBuffer();
            response.setStatus(500);
            stream(response, PAGE);
        });
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(PAGE));
            stream(response, first);
            response.resetBuffer();
            stream(response, "<html>");
            response.flushBuffer();
            stream(response, PAGE.substring("<html>".length()).replace("<!DOCTYPE html>", "x"));
        });
    }

    @Test
    void aLengthThatCountedABannerIsTakenBack() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(FRAGMENT));
            response.getOutputStream().print("<body>");
            response.resetBuffer();
            stream(response, FRAGMENT.substring(0, 5));
            response.flushBuffer();
            stream(response, FRAGMENT.substring(5));
        };
        Wire.Answer wrapped = wrapped("GET", "/host");
        assertThat(wrapped.complete()).isTrue();
        assertThat(wrapped.text()).isEqualTo(FRAGMENT);
    }

    @Test
    void whatTheContainerRefusesIsRefused() throws IOException {
        Host refused = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(PAGE));
            response.flushBuffer();
            StringBuilder seen = new StringBuilder();
            refusals(response, seen);
            request.getServletContext().setAttribute(request.getServletPath(), seen);
            stream(response, PAGE + seen);
        };
        host = refused;
        Wire.Answer plain = plain("GET", "/host");
        Wire.Answer wrapped = wrapped("GET", "/host");
        assertThat(wrapped.text()).contains(BannerFilter.MARKUP);
        assertThat(wrapped.text().replace(BannerFilter.MARKUP, "")).startsWith(plain.text());
    }

    private static void refusals(HttpServletResponse response, StringBuilder seen) throws IOException {
        try {
            response.reset();
        } catch (IllegalStateException refused) {
            seen.append(" reset");
        }
        try {
            response.resetBuffer();
        } catch (IllegalStateException refused) {
            seen.append(" resetBuffer");
        }
        try {
            response.sendError(404);
        } catch (IllegalStateException refused) {
            seen.append(" sendError");
        }
        assertThat(seen).asString().isEqualTo(" reset resetBuffer sendError");
    }

    @Test
    void aStreamAndAWriterExcludeEachOther() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.getOutputStream();
            assertThat(refuses(response::getWriter)).isTrue();
            response.reset();
            response.setContentType(HTML);
            PrintWriter writer = response.getWriter();
            assertThat(refuses(response::getOutputStream)).isTrue();
            assertThat(response.getWriter()).isSameAs(writer);
            writer.write(PAGE);
        });
    }

    /** What may throw. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object run() throws IOException;
    }

    private static boolean refuses(Call call) throws IOException {
        try {
            call.run();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }
}

package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Redirects as of Servlet 6.1; see {@link Servlet61Wire}. */
class Servlet61Redirects extends WireContract {

    Servlet61Redirects() {
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
        Servlet61Call.call(HttpServletResponse.class, response, "sendRedirect", types, arguments);
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
}

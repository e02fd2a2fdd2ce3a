package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Includes, forwards, asynchronous requests and non-blocking output. */
abstract class DispatchContract extends WireContract {

    DispatchContract(TestContainer.Starter starter) {
        super(starter);
    }

    @Test
    void includesAndForwardsCarryOneBanner() throws IOException {
        Host parts = (request, response) -> {
            String path = Optional.ofNullable(request.getPathInfo()).orElse("");
            if (request.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST && path.equals("/include")) {
                response.setContentType(HTML);
                if (request.getQueryString() != null) {
                    response.setHeader("Content-Length", request.getQueryString());
                }
                response.getWriter().write("<html><head></head>");
                for (int i = 0; i < 3; i++) {
                    request.getRequestDispatcher(request.getServletPath() + "/part")
                            .include(request, response);
                }
                response.getWriter().write("</html>");
            } else if (request.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST
                    && path.equals("/forward")) {
                response.setContentType(HTML);
                response.getWriter().write("<html><body>gone");
                request.getRequestDispatcher(request.getServletPath() + "/part")
                        .forward(request, new HttpServletResponseWrapper(response));
            } else {
                response.setContentType(HTML);
                response.setContentLength(length("<body>part</body>"));
                response.setHeader("X-Part", "1");
                if (request.getDispatcherType() == jakarta.servlet.DispatcherType.INCLUDE) {
                    response.sendError(404);
                    response.sendError(404, "ignored");
                    response.sendRedirect("/elsewhere");
                    response.reset();
                }
                response.getWriter().write("<body>part</body>");
            }
        };
        host = parts;
        assertLength(assertBanner(UTF_8, "/host/include?" + (length("<html><head></head></html>") + 3 * 17)));
        assertThat(assertBanner(UTF_8, "/host/include").text().split(BannerFilter.MARKUP, -1))
                .hasSize(2);
        assertThat(assertBanner(UTF_8, "/host/forward").text().split(BannerFilter.MARKUP, -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAsyncDispatchCarriesOneBanner(boolean wrapped) throws IOException {
        for (String before : List.of("", "<html><head></head><body>", "<html><head>")) {
            assertBanner((request, response) -> {
                if (request.getDispatcherType() == jakarta.servlet.DispatcherType.ASYNC) {
                    response.getWriter().write(before.endsWith("<body>") ? "more" : PAGE);
                } else {
                    response.setContentType(HTML);
                    response.getWriter().write(before);
                    (wrapped ? request.startAsync(request, response) : request.startAsync()).dispatch();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"before the chain returns", "while", "after"})
    void anAsyncPageIsNeverLeftBehind(String when) throws IOException {
        for (String page : List.of(PAGE, FRAGMENT, LATE_PAGE, LONG_PAGE)) {
            for (boolean characters : new boolean[] {true, false}) {
                host = (request, response) -> {
                    CountDownLatch returned = (CountDownLatch) request.getAttribute(BannerFilter.CHAIN_RETURNED);
                    AsyncContext async = request.startAsync(request, response);
                    response.setContentType(HTML);
                    response.setContentLength(length(page));
                    Runnable work = () -> {
                        try {
                            if (returned != null && when.equals("after")) {
                                returned.await();
                            }
                            if (characters) {
                                for (int i = 0; i < page.length(); i += 17) {
                                    response.getWriter().write(page, i, Math.min(17, page.length() - i));
                                }
                            } else {
                                pieces(response.getOutputStream(), page.getBytes(UTF_8), 17);
                            }
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        } finally {
                            async.complete();
                        }
                    };
                    if (when.startsWith("before")) {
                        work.run();
                    } else {
                        async.start(work);
                    }
                };
                Wire.Answer plain = plain("GET", "/host");
                Wire.Answer wrapped = wrapped("GET", "/host");
                assertThat(plain.body()).isEqualTo(page.getBytes(UTF_8));
                boolean banner = page.equals(PAGE) || page.equals(LONG_PAGE);
                assertThat(wrapped.text())
                        .isEqualTo(
                                banner ? plain.text().replace("a>b\">", "a>b\">" + BannerFilter.MARKUP) : plain.text());
                assertThat(wrapped.complete()).isTrue();
            }
        }
    }

    @Test
    void anAsyncAnswerWithoutABodyKeepsItsHeaders() throws IOException {
        for (boolean statusFirst : new boolean[] {true, false}) {
            assertUntouched((request, response) -> {
                CountDownLatch returned = (CountDownLatch) request.getAttribute(BannerFilter.CHAIN_RETURNED);
                AsyncContext async = request.startAsync(request, response);
                async.start(() -> {
                    try {
                        if (returned != null) {
                            returned.await();
                        }
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    if (statusFirst) {
                        response.setStatus(304);
                    }
                    response.setHeader("ETag", "\"1\"");
                    response.setStatus(304);
                    async.complete();
                });
            });
        }
    }

    @Test
    void severalLinesOfAnAsyncAnswerStaySeveral() throws IOException {
        assertUntouched((request, response) -> {
            CountDownLatch returned = (CountDownLatch) request.getAttribute(BannerFilter.CHAIN_RETURNED);
            AsyncContext async = request.startAsync(request, response);
            async.start(() -> {
                try {
                    if (returned != null) {
                        returned.await();
                    }
                    response.setContentType("application/json");
                    response.addHeader("Digest", "a=x");
                    response.addHeader("Digest", "b=x");
                    response.addHeader("Repr-Digest", "a=:x:");
                    response.addHeader("Repr-Digest", "b=:x:");
                    response.getOutputStream().print("{}");
                } catch (InterruptedException | IOException e) {
                    throw new IllegalStateException(e);
                } finally {
                    async.complete();
                }
            });
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteListenerWritesALargePage(boolean length) throws IOException {
        byte[] page = (LONG_PAGE + "z".repeat(5_000_000)).getBytes(UTF_8);
        assertBanner((request, response) -> {
            AsyncContext async = request.startAsync(request, response);
            response.setContentType(HTML);
            if (length) {
                response.setContentLength(page.length);
            }
            ServletOutputStream out = response.getOutputStream();
            out.setWriteListener(new PieceListener(async, out, page, 9_000));
        });
    }
}

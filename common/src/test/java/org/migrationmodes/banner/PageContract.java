package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a page and what is none, and the headers that go with it. */
abstract class PageContract extends WireContract {

    PageContract(TestContainer.Starter starter) {
        super(starter);
    }

    static Stream<Named<Host>> noPages() {
        return Stream.of(
                Named.of("JSON as HTML", (request, response) -> {
                    response.setContentType(HTML);
                    response.setHeader("ETag", "\"1\"");
                    stream(response, "{\"html\":\"<body>\"}");
                }),
                Named.of("JavaScript as HTML", (request, response) -> {
                    response.setContentType("text/html");
                    response.getWriter().write("document.write('<body>');");
                }),
                Named.of("a fragment", (request, response) -> {
                    response.setContentType("text/html");
                    response.setHeader("ETag", "\"1\"");
                    response.setDateHeader("Last-Modified", 1_600_000_000_000L);
                    response.getWriter().write(FRAGMENT);
                }),
                Named.of("a frameset", (request, response) -> {
                    response.setContentType("text/html");
                    stream(
                            response,
                            "<html><frameset cols='*'><frame><noframes><body>a</body></noframes></frameset></html>");
                }),
                Named.of("an empty page", (request, response) -> response.setContentType("text/html")),
                Named.of("nothing at all", (request, response) -> {}),
                Named.of("an image without a type", (request, response) -> stream(response, "\u0001\u0002<body>")),
                Named.of("plain text", (request, response) -> {
                    response.setContentType("text/plain");
                    response.setHeader("ETag", "\"1\"");
                    response.setDateHeader("Last-Modified", 1_600_000_000_000L);
                    response.setContentLength(length(PAGE));
                    stream(response, PAGE);
                }),
                Named.of("a feed", (request, response) -> {
                    response.setContentType("application/atom+xml");
                    response.getWriter().write(PAGE);
                }),
                Named.of("an attachment of JSPWiki", (request, response) -> {
                    ServletOutputStream out = response.getOutputStream();
                    response.setContentType("text/html");
                    response.setHeader("Content-Disposition", "inline; filename=\"a.html\"");
                    response.setDateHeader("Last-Modified", 1_600_000_000_000L);
                    response.setContentLength(length(PAGE));
                    out.write(PAGE.getBytes(UTF_8));
                    out.close();
                }),
                Named.of("compressed", (request, response) -> {
                    response.setContentType("text/html");
                    response.setHeader("Content-Encoding", "gzip");
                    stream(response, PAGE);
                }),
                Named.of("a broken page", (request, response) -> {
                    response.setContentType("text/html");
                    response.setContentLength(5);
                    stream(response, "<body");
                }),
                Named.of("a redirect", (request, response) -> {
                    response.setContentType(HTML);
                    response.setHeader("ETag", "\"1\"");
                    response.sendRedirect("/elsewhere");
                }),
                Named.of("a redirect of JSPWiki", (request, response) -> {
                    response.setContentType(HTML);
                    response.sendRedirect("/elsewhere");
                    response.flushBuffer();
                    ServletOutputStream out = response.getOutputStream();
                    out.flush();
                    out.close();
                }),
                Named.of("a redirect by hand", (request, response) -> {
                    response.setContentType(HTML);
                    response.setStatus(301);
                    response.setHeader("Location", "/elsewhere");
                    stream(response, PAGE);
                }),
                Named.of("an error of the container", (request, response) -> {
                    response.setContentType(HTML);
                    response.setHeader("X-Kept", "1");
                    stream(response, START);
                    response.sendError(404, "no such page");
                    stream(response, PAGE);
                }),
                Named.of("an error while a length is withheld", (request, response) -> {
                    response.setContentType(HTML);
                    response.setContentLength(length(LONG_PAGE));
                    response.getOutputStream().print("<html>");
                    response.sendError(500);
                }));
    }

    @Test
    void afterAnExceptionTheContainerDoesAsItWould() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            stream(response, START);
            throw new ServletException("on purpose");
        };
        Wire.Answer plain = plain("GET", "/host");
        Wire.Answer wrapped = wrapped("GET", "/host");
        assertThat(wrapped.status()).isEqualTo(plain.status());
        assertThat(wrapped.text().replace(BannerFilter.MARKUP, "")).isEqualTo(plain.text());
        assertLength(wrapped);
    }

    @ParameterizedTest
    @MethodSource("noPages")
    void whatIsNoPageIsLeftAlone(Host servlet) throws IOException {
        assertUntouched(servlet);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 206, 304})
    void aStatusWithoutAPageIsLeftAlone(int status) throws IOException {
        for (boolean statusFirst : new boolean[] {true, false}) {
            assertUntouched((request, response) -> {
                if (statusFirst) {
                    response.setStatus(status);
                }
                response.setContentType(HTML);
                response.setHeader("ETag", "\"1\"");
                response.setDateHeader("Last-Modified", 1_600_000_000_000L);
                response.setStatus(status);
                if (status == 206) {
                    response.setContentLength(length(PAGE));
                    response.setHeader("Content-Range", "bytes 0-1/2");
                    stream(response, PAGE);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 403, 404, 500, 503})
    void anErrorPageOfTheHostIsAPage(int status) throws IOException {
        assertBanner((request, response) -> {
            response.setStatus(status);
            response.setContentType(HTML);
            stream(response, PAGE);
        });
    }

    @Test
    void identityIsNoEncoding() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setHeader("Content-Encoding", "Identity");
            stream(response, PAGE);
        });
    }

    @Test
    void aPageWithABannerHasNoValidators() throws IOException {
        for (int length : new int[] {-1, length(LONG_PAGE)}) {
            assertBanner((request, response) -> {
                response.setContentType(HTML);
                response.setHeader("etag", "\"1\"");
                response.setDateHeader("last-modified", 1_600_000_000_000L);
                response.setContentLength(length);
                pieces(response.getOutputStream(), LONG_PAGE.getBytes(UTF_8), 8192);
            });
        }
    }

    /** It takes back what was set from Servlet 6.1 on, and on Jetty; other containers do not listen. */
    @ParameterizedTest
    @ValueSource(strings = {"ETag", "Last-Modified", "Content-Length", "X-Other"})
    void aNullIsWhatItIsToTheContainer(String name) throws IOException {
        for (String page : List.of(PAGE, FRAGMENT)) {
            host = (request, response) -> {
                response.setContentType(HTML);
                response.setHeader(name, Integer.toString(length(page)));
                response.setHeader(name, null);
                response.addHeader(name, null);
                String seen = response.containsHeader(name) + response.getHeader(name) + response.getHeaders(name);
                response.setHeader("X-Seen", seen);
                stream(response, page);
            };
            if (page.equals(PAGE)) {
                assertBanner(UTF_8, "/host");
            } else {
                assertUntouched("GET", "/host");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain"})
    void theHostSeesItsHeaders(String type) throws IOException {
        host = (request, response) -> {
            assertThat(response.containsHeader("Content-Length")).isFalse();
            assertThat(response.getHeader("ETag")).isNull();
            response.setContentType(type);
            response.setHeader("Content-Length", Integer.toString(2 * length(PAGE)));
            response.setHeader("ETag", "\"1\"");
            response.setDateHeader("Last-Modified", 784111777000L);
            response.setHeader("X-Other", "2");
            for (int i = 0; i < 2; i++) {
                assertThat(response.containsHeader("content-length")).isTrue();
                assertThat(response.getHeader("etag")).isEqualTo("\"1\"");
                assertThat(response.getHeaders("ETag")).containsExactly("\"1\"");
                assertThat(response.getHeader("Last-Modified")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
                assertThat(response.getHeaderNames())
                        .contains("ETag", "Last-Modified", "X-Other")
                        .doesNotHaveDuplicates();
                assertThat(response.getHeader("X-Other")).isEqualTo("2");
                stream(response, PAGE);
            }
        };
        assertThat(wrapped("GET", "/host").status()).isEqualTo(200);
        assertThat(plain("GET", "/host").status()).isEqualTo(200);
    }
}

package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What forums and wikis were seen to send. */
abstract class HostPagesContract extends WireContract {

    private static final String TRACE = "<!-- java.lang.NullPointerException: <body>\n\tat a.b.C.d(C.java:12) -->\n";

    HostPagesContract(TestContainer.Starter starter) {
        super(starter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TRACE + "<html><head><title>t</title></head><body>" + TRACE + "<p>x</p></body></html>",
                "<html><head><script>document.write('<body>')</script></head><body class=x><p>x</p></body></html>",
                "<html><head><style>/* <body> */</style><title><body></title></head><body id='a'>x</body></html>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
                        + "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
                        + "<head><title>t</title></head><body><p>x</p></body></html>"
            })
    void thePageHasItsBannerAtItsRealBodyTag(String page) throws IOException {
        for (boolean length : new boolean[] {true, false}) {
            for (boolean characters : new boolean[] {true, false}) {
                Wire.Answer answer = assertBanner((request, response) -> {
                    response.setContentType(HTML);
                    if (length) {
                        response.setContentLength(length(page));
                    }
                    if (characters) {
                        for (int i = 0; i < page.length(); i++) {
                            response.getWriter().append(page.charAt(i));
                        }
                    } else {
                        pieces(response.getOutputStream(), page.getBytes(UTF_8), 1);
                    }
                });
                String before = answer.text().substring(0, answer.text().indexOf(BannerFilter.MARKUP));
                assertThat(before).matches("(?s).*</head><body[^>]*>");
                assertLength(answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!!A page\n\nThe tag <body> in wiki markup\n",
                "{\"a\":\"<html><body>\"}",
                "OK",
                "<div><p>a fragment</p></div>",
                TRACE,
                "<html><head></head><frameset cols='*,*'><frame src=a><noframes><body>x</body></noframes></frameset></html>"
            })
    void whatHasNoBodyTagIsLeftAlone(String text) throws IOException {
        for (boolean length : new boolean[] {true, false}) {
            for (boolean characters : new boolean[] {true, false}) {
                assertUntouched((request, response) -> {
                    response.setContentType(HTML);
                    response.setHeader("ETag", "\"1\"");
                    if (length) {
                        response.setContentLength(length(text));
                    }
                    if (characters) {
                        response.getWriter().format("%s", text);
                    } else {
                        stream(response, text);
                    }
                });
            }
        }
    }

    @Test
    void anErrorPageOfTheWebXmlIsLeftAlone() throws IOException {
        for (String before : List.of("", "<html><he", START)) {
            for (int length : new int[] {-1, 1000}) {
                host = (request, response) -> {
                    response.setContentType(HTML);
                    if (request.getDispatcherType() == jakarta.servlet.DispatcherType.ERROR) {
                        stream(response, PAGE);
                    } else {
                        response.setHeader("ETag", "\"1\"");
                        response.setContentLength(length);
                        stream(response, before);
                        response.sendError(410);
                    }
                };
                assertThat(plain("GET", "/host", "Connection: close").status()).isEqualTo(410);
                assertUntouched("GET", "/host", "Connection: close");
            }
        }
    }

    /** As JSPWiki's filter does: it takes the whole page first, and sends it with its length. */
    @Test
    void aWrapperOfTheHostAroundOursSendsOnePage() throws IOException {
        assertLength(assertBanner((request, response) -> {
            StringWriter page = new StringWriter();
            HttpServletResponseWrapper buffering = new HttpServletResponseWrapper(response) {
                private final PrintWriter writer = new PrintWriter(page);

                @Override
                public PrintWriter getWriter() {
                    return writer;
                }

                @Override
                public void flushBuffer() {
                    writer.flush();
                }
            };
            buffering.setContentType(HTML);
            buffering.getWriter().print(PAGE);
            buffering.flushBuffer();
            buffering.setContentLength(length(PAGE));
            stream(response, page.toString());
        }));
    }

    /** The response of startAsync() is the container's own, so that it cannot carry a banner; it must be whole. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void startAsyncWithoutArgumentsLosesNothing(boolean length) throws IOException {
        for (boolean inHand : new boolean[] {true, false}) {
            host = (request, response) -> {
                response.setContentType(HTML);
                if (length) {
                    response.setContentLength(length(LONG_PAGE));
                }
                AsyncContext async = request.startAsync();
                async.start(() -> {
                    try {
                        var out = inHand ? response : async.getResponse();
                        pieces(out.getOutputStream(), LONG_PAGE.getBytes(UTF_8), 5000);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        async.complete();
                    }
                });
            };
            String page = plain("GET", "/host").text();
            Wire.Answer wrapped = wrapped("GET", "/host");
            assertThat(wrapped.complete()).isTrue();
            assertThat(wrapped.text())
                    .isEqualTo(inHand ? page.replace("a>b\">", "a>b\">" + BannerFilter.MARKUP) : page);
        }
    }
}

package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes over the wire, on a real container: the answer behind the wrapper, minus the banner, is the answer of the
 * same servlet without it, byte for byte and header for header.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BannerResponseContract {

    private static final String START = "<!DOCTYPE html>\n<html><head><title>t</title></head><body class=\"a>b\">";
    private static final String PAGE = START + "\n<h1>caf\u00e9</h1>\n</body></html>\n";
    private static final String LONG_PAGE =
            "<!-- " + "x".repeat(20_000) + " -->" + START + "y".repeat(100_000) + "</body></html>";
    private static final String FRAGMENT = "<div>no page</div>";
    private static final String LATE_PAGE = "<!-- " + "x".repeat(70_000) + " -->" + PAGE;
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String[] CHANGED_BY_A_BANNER = {
        "Content-Length", "Transfer-Encoding", "ETag", "Last-Modified", "Date"
    };

    /** What a test makes of the servlet. */
    @FunctionalInterface
    interface Host {
        void serve(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    private final TestContainer.Starter starter;
    private volatile Host host = (request, response) -> {};
    private volatile @Nullable Throwable failure;
    private TestContainer container = new TestContainer(0, () -> {});

    BannerResponseContract(TestContainer.Starter starter) {
        this.starter = starter;
    }

    @BeforeAll
    void start(@TempDir Path files) throws Exception {
        for (Map.Entry<String, String> file : Map.of(
                        "small.html", PAGE,
                        "long.html", LONG_PAGE,
                        "late.html", LATE_PAGE,
                        "fragment.html", FRAGMENT,
                        "text.txt", PAGE)
                .entrySet()) {
            Path path = Files.writeString(files.resolve(file.getKey()), file.getValue());
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_600_000_000_000L));
        }
        container = starter.start(
                files,
                new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws ServletException, IOException {
                        try {
                            if ("/pong".equals(request.getPathInfo())) {
                                response.setContentType("text/plain");
                                response.getOutputStream().print("pong");
                            } else {
                                host.serve(request, response);
                            }
                        } catch (IOException | ServletException | RuntimeException e) {
                            throw e;
                        } catch (Exception | AssertionError e) {
                            failure = e;
                            throw new ServletException(e);
                        }
                    }
                },
                new BannerFilter());
    }

    @AfterAll
    void stop() throws Exception {
        container.stop().run();
    }

    // ---- the oracle

    private Wire.Answer plain(String method, String path, String... headers) throws IOException {
        try (Wire wire = new Wire(container.port())) {
            Wire.Answer answer = wire.request(method, path, headers);
            assertThat(failure).as("in the servlet").isNull();
            boolean closes = answer.header("Connection")
                    .filter(value -> value.equalsIgnoreCase("close"))
                    .isPresent();
            if (answer.complete() && !closes) {
                assertThat(wire.request("GET", "/host/pong").text())
                        .as("the next answer")
                        .isEqualTo("pong");
            }
            return answer;
        }
    }

    private Wire.Answer wrapped(String method, String path, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = BannerFilter.SWITCH + ": on";
        return plain(method, path, all);
    }

    final void assertUntouched(String method, String path, String... headers) throws IOException {
        Wire.Answer plain = plain(method, path, headers);
        Wire.Answer wrapped = wrapped(method, path, headers);
        assertThat(wrapped.status()).isEqualTo(plain.status());
        assertThat(wrapped.headersWithout("Date")).isEqualTo(plain.headersWithout("Date"));
        assertThat(wrapped.text()).isEqualTo(plain.text());
        assertThat(wrapped.complete()).isEqualTo(plain.complete());
    }

    private void assertUntouched(Host servlet) throws IOException {
        host = servlet;
        assertUntouched("GET", "/host");
    }

    private Wire.Answer assertBanner(Charset charset, String path, String... headers) throws IOException {
        Wire.Answer plain = plain("GET", path, headers);
        Wire.Answer wrapped = wrapped("GET", path, headers);
        String with = new String(wrapped.body(), charset);
        int at = with.indexOf(BannerFilter.MARKUP);
        assertThat(at).as("a banner in %s", with).isNotNegative();
        String before = with.substring(0, at);
        String without = before + with.substring(at + BannerFilter.MARKUP.length());
        assertThat(without.getBytes(charset)).isEqualTo(plain.body());
        assertThat(before).endsWith(">").containsIgnoringCase("<body");
        assertThat(wrapped.status()).isEqualTo(plain.status());
        assertThat(wrapped.complete()).isTrue();
        assertThat(wrapped.headersWithout(CHANGED_BY_A_BANNER)).isEqualTo(plain.headersWithout(CHANGED_BY_A_BANNER));
        assertThat(wrapped.header("ETag")).isEmpty();
        assertThat(wrapped.header("Last-Modified")).isEmpty();
        return wrapped;
    }

    private Wire.Answer assertBanner(Host servlet) throws IOException {
        host = servlet;
        return assertBanner(UTF_8, "/host");
    }

    private static void assertLength(Wire.Answer answer) {
        assertThat(answer.header("Content-Length")).contains(String.valueOf(answer.body().length));
    }

    // ---- hosts

    private static int length(String page) {
        return page.getBytes(UTF_8).length;
    }

    private static void stream(HttpServletResponse response, String page) throws IOException {
        response.getOutputStream().write(page.getBytes(UTF_8));
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
        assertThat(wrapped("GET", "/host", "Connection: close").headers())
                .containsExactlyInAnyOrderElementsOf(
                        plain("GET", "/host", "Connection: close").headers());
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

    private static void pieces(ServletOutputStream out, byte[] page, int piece) throws IOException {
        for (int off = 0; off < page.length; off += piece) {
            if (piece == 1) {
                out.write(page[off]);
            } else {
                out.write(page, off, Math.min(piece, page.length - off));
            }
        }
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

    // ---- flushes

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

    // ---- writers

    @Test
    void everyWayToPrintWithAndWithoutALength() throws IOException {
        Host printing = (request, response) -> {
            response.setContentType(HTML);
            PrintWriter out = response.getWriter();
            print(out);
        };
        Wire.Answer plain = assertBanner(printing);
        int length = plain.body().length - BannerFilter.MARKUP.length();
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length);
            print(response.getWriter());
        }));
        assertLength(assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length);
            print(response.getWriter());
            response.getWriter().flush();
            assertThat(response.getWriter().checkError()).isFalse();
            response.getWriter().close();
        }));
    }

    private static void print(PrintWriter out) {
        out.println();
        out.println("<html>");
        out.print('<');
        out.print("p");
        out.print(" a='");
        out.print(1);
        out.print(2L);
        out.print(1.5f);
        out.print(2.5);
        out.print(true);
        out.print(new char[] {'x', 'y'});
        out.print((Object) null);
        out.print((String) null);
        out.println(3);
        out.println(new char[] {'z'});
        out.println(true);
        out.println('\u00e9');
        out.println((Object) "\n");
        out.print("'>\n");
        out.append("<").append('b').append("xody", 1, 3).write("");
        out.printf("%s", "y");
        out.format(Locale.ROOT, " a='%d'", 5).write(">", 0, 1);
        out.println("text");
        out.printf("%s%n", "\u00fc");
        out.write(new char[] {'1', '2', '3'}, 1, 1);
        out.println();
    }

    @Test
    void aFragmentPrintedInLinesKeepsItsLength() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            response.getWriter().println("<p>");
            response.getWriter().println("</p>");
        };
        int length = plain("GET", "/host").body().length;
        assertUntouched((request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length);
            response.getWriter().println("<p>");
            response.getWriter().println("</p>");
            response.getWriter().flush();
        });
    }

    @Test
    void everyWayToPrintOnAStream() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            String length = request.getHeader("Test-Length");
            if (length != null) {
                response.setHeader("Content-Length", length);
            }
            ServletOutputStream out = response.getOutputStream();
            out.println();
            out.print("<html a='");
            out.print('c');
            out.print(1);
            out.print(2L);
            out.print(1.5f);
            out.print(2.5);
            out.print(true);
            out.println(1);
            out.println("'>");
            out.println("<body a='>'><h1>text</h1>");
            out.println("text");
            out.print("\u00e9");
            out.println();
        };
        int length = assertBanner(ISO_8859_1, "/host").body().length - BannerFilter.MARKUP.length();
        assertLength(assertBanner(ISO_8859_1, "/host", "Test-Length: " + length));
        host = (request, response) -> {
            response.setContentType("text/html;charset=ISO-8859-1");
            response.setContentLength(15);
            response.getOutputStream().print("<i>\u00e9</i>");
            response.getOutputStream().print("<body>e");
        };
        assertBanner(ISO_8859_1, "/host");
    }

    // ---- charsets

    @ParameterizedTest
    @CsvSource({
        "UTF-8",
        "ISO-8859-1",
        "ISO-8859-7",
        "windows-1252",
        "Shift_JIS",
        "EUC-JP",
        "GBK",
        "Big5",
        "KOI8-R",
        "US-ASCII",
        "IBM850"
    })
    void bytesInACharsetThatContainsAscii(String charset) throws IOException {
        String page = START + "\u00e9\u03b1\u0416\u8868\u3042</body>";
        for (boolean length : new boolean[] {true, false}) {
            host = (request, response) -> {
                byte[] bytes = page.getBytes(charset);
                response.setContentType("text/html; charset=" + charset);
                if (length) {
                    response.setContentLength(bytes.length);
                }
                response.getOutputStream().write(bytes);
            };
            assertLength(assertBanner(Charset.forName(charset), "/host"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-2022-JP", "IBM037"})
    void bytesInAnyOtherCharsetAreLeftAlone(String charset) throws IOException {
        for (boolean flush : new boolean[] {true, false}) {
            assertUntouched((request, response) -> {
                byte[] bytes = PAGE.replace("\u00e9", "e").getBytes(charset);
                response.setCharacterEncoding(charset);
                response.setContentType("text/html");
                response.setContentLength(bytes.length);
                if (flush) {
                    response.flushBuffer();
                }
                response.getOutputStream().write(bytes);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "ISO-8859-1", "Shift_JIS", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-2022-JP", "IBM037"})
    void charactersInAnyCharset(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String page = START + "text</body>";
        for (boolean length : new boolean[] {true, false}) {
            host = (request, response) -> {
                response.setContentType("text/html; charset=" + name);
                if (length) {
                    response.setContentLength(page.getBytes(charset).length);
                }
                response.getWriter().write(page, 0, 20);
                response.getWriter().write(page.toCharArray(), 20, page.length() - 20);
            };
            Wire.Answer plain = plain("GET", "/host");
            Wire.Answer wrapped = wrapped("GET", "/host");
            assertThat(plain.body()).isEqualTo(page.getBytes(charset));
            assertThat(wrapped.body())
                    .isEqualTo(page.replace("a>b\">", "a>b\">" + BannerFilter.MARKUP)
                            .getBytes(charset));
            assertLength(wrapped);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML",
                "text/html ; a=b",
                "application/xhtml+xml",
                "Application/XHTML+XML;charset=utf-8"
            })
    void aPageWithoutACharset(String type) throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(type);
            stream(response, START.replace("<!DOCTYPE html>\n", "") + "caf\u00e9</body></html>");
        });
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, "\uFEFF\n" + PAGE);
        });
    }

    @Test
    void xhtmlIsReadAsXml() throws IOException {
        String page =
                "<?xml version=\"1.0\"?><html><head><title/><script><![CDATA['<body>']]></script></head><body>x</body></html>";
        Wire.Answer answer = assertBanner((request, response) -> {
            response.setContentType("application/xhtml+xml");
            response.setContentLength(page.length());
            stream(response, page);
        });
        assertThat(answer.text()).contains("</head><body>" + BannerFilter.MARKUP + "x");
    }

    // ---- what is no page

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

    // ---- validators and the host's view of its headers

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

    // ---- resets

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

    // ---- HEAD

    @Test
    void headOfAPageThatIsWrittenHasTheLengthOfGet() throws IOException {
        for (String page : List.of(PAGE, FRAGMENT)) {
            for (boolean length : new boolean[] {true, false}) {
                for (boolean characters : new boolean[] {true, false}) {
                    host = (request, response) -> {
                        response.setContentType(HTML);
                        response.setHeader("ETag", "\"1\"");
                        if (length) {
                            response.setContentLength(length(page));
                        }
                        if (characters) {
                            response.getWriter().write(page);
                            response.getWriter().flush();
                        } else {
                            stream(response, page);
                        }
                    };
                    Wire.Answer get = wrapped("GET", "/host");
                    Wire.Answer head = wrapped("HEAD", "/host");
                    if (length) {
                        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
                        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
                        assertThat(head.header("ETag").isPresent()).isEqualTo(page.equals(FRAGMENT));
                    } else if (head.header("Content-Length").isPresent()) {
                        assertThat(head.header("Content-Length")).contains(String.valueOf(get.body().length));
                    }
                }
            }
        }
    }

    @Test
    void headWithALengthAloneTellsNone() throws IOException {
        for (boolean flush : new boolean[] {true, false}) {
            host = (request, response) -> {
                response.setContentType(HTML);
                response.setHeader("ETag", "\"1\"");
                response.setContentLength(length(PAGE));
                if (flush) {
                    response.flushBuffer();
                }
            };
            Wire.Answer head = wrapped("HEAD", "/host");
            assertThat(head.header("Content-Length")).isEmpty();
            assertThat(head.header("ETag")).isEmpty();
            assertThat(head.header("Content-Type"))
                    .isEqualTo(plain("HEAD", "/host").header("Content-Type"));
        }
        host = (request, response) -> {
            response.setContentType("image/png");
            response.setHeader("ETag", "\"1\"");
            response.setContentLength(length(PAGE));
        };
        assertUntouched("HEAD", "/host");
    }

    // ---- dispatches

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
            out.setWriteListener(new WriteListener() {
                private int off;

                @Override
                public void onWritePossible() throws IOException {
                    while (out.isReady()) {
                        if (off == page.length) {
                            async.complete();
                            return;
                        }
                        int size = Math.min(9_000, page.length - off);
                        out.write(page, off, size);
                        off += size;
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    async.complete();
                }
            });
        });
    }

    // ---- the container's own files

    @ParameterizedTest
    @ValueSource(strings = {"/small.html", "/long.html"})
    void aStaticPageCarriesABanner(String path) throws IOException {
        Wire.Answer get = assertBanner(ISO_8859_1, path);
        assertLength(get);
        Wire.Answer head = wrapped("HEAD", path);
        // Jetty's writes the page on HEAD too
        head.header("Content-Length")
                .ifPresent(length -> assertThat(length)
                        .isEqualTo(get.header("Content-Length").orElseThrow()));
        assertThat(head.header("ETag")).isEmpty();
        assertThat(head.header("Last-Modified")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/late.html", "/fragment.html", "/text.txt", "/missing.html"})
    void aStaticFileThatIsNoPageIsLeftAlone(String path) throws IOException {
        assertUntouched("GET", path);
    }

    @Test
    void rangesAndConditionalRequestsForFilesAreLeftAlone() throws IOException {
        assertUntouched("GET", "/long.html", "Range: bytes=0-99");
        assertUntouched("GET", "/long.html", "Range: bytes=20000-20100");
        assertUntouched("GET", "/long.html", "If-Modified-Since: Sun, 06 Nov 2033 08:49:37 GMT");
        String etag = plain("GET", "/long.html").header("ETag").orElseThrow();
        assertUntouched("GET", "/long.html", "If-None-Match: " + etag);
    }

    // ---- connections

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

package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All ways to print, and all that is encoded. */
abstract class WriterContract extends WireContract {

    WriterContract(TestContainer.Starter starter) {
        super(starter);
    }

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
    @ValueSource(strings = {"UTF-32", "ISO-2022-KR", "IBM037"})
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
}

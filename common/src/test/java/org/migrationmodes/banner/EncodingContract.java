package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose bytes are no ASCII, however they are written and whoever says so. */
abstract class EncodingContract extends WireContract {

    private static final String MARK = "\uFEFF";
    private static final String GREEK = START + "\u039c\u03b5\u03c4\u03b1\ud83d\ude9a</body></html>";
    private static final List<Integer> PIECES = List.of(1, 3, 8192);

    EncodingContract(TestContainer.Starter starter) {
        super(starter);
    }

    private static void write(HttpServletResponse response, byte[] page, boolean length, int piece) throws IOException {
        if (length) {
            response.setContentLength(page.length);
        }
        pieces(response.getOutputStream(), page, piece);
    }

    private void assertBannerInEachWay(String type, Charset charset, String page) throws IOException {
        for (boolean length : new boolean[] {true, false}) {
            for (int piece : PIECES) {
                host = (request, response) -> {
                    response.setContentType(type);
                    write(response, page.getBytes(charset), length, piece);
                };
                assertLength(assertBanner(charset, "/host"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/html;charset=UTF-16LE, UTF-16LE, ''",
        "text/html;charset=UTF-16LE, UTF-16LE, \uFEFF",
        "text/html;charset=UTF-16BE, UTF-16BE, ''",
        "text/html;charset=UTF-16BE, UTF-16BE, \uFEFF",
        "text/html;charset=utf-16, UTF-16LE, ''",
        "text/html;charset=utf-16, UTF-16BE, \uFEFF",
        "text/html;charset=UTF-16LE, UTF-16BE, \uFEFF",
        "text/html;charset=UTF-16, UTF-8, \uFEFF",
        "text/html;charset=UTF-8, UTF-16LE, \uFEFF",
        "text/html;charset=ISO-8859-1, UTF-16BE, \uFEFF",
        "text/html, UTF-16LE, \uFEFF",
        "text/html, UTF-16BE, \uFEFF",
        "text/html, UTF-8, \uFEFF",
        "application/xhtml+xml, UTF-16LE, \uFEFF"
    })
    void aMarkBeatsTheHeaders(String type, Charset charset, String mark) throws IOException {
        assertBannerInEachWay(type, charset, mark + GREEK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html;charset=UTF-16BE", "text/html;charset=UTF-8"})
    void whatABrowserCannotReadIsLeftAlone(String type) throws IOException {
        for (String page : List.of(GREEK, "\u0000\uFEFF" + GREEK, "\uFEFF\u0000" + GREEK, "\uFFFE" + MARK + GREEK)) {
            assertUntouched((request, response) -> {
                response.setContentType(type);
                write(response, page.getBytes(UTF_16LE), true, 3);
            });
        }
        for (String start : List.of("\u00ff", "\u00ff\u00ff<", "\u00fe<", "\u00ef\u00bb<", "\u00ef<")) {
            assertUntouched((request, response) -> {
                response.setContentType(type);
                write(response, (start + START).getBytes(ISO_8859_1), false, 1);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8"})
    void aWriterMayCutACharacterInTwo(Charset charset) throws IOException {
        for (boolean length : new boolean[] {true, false}) {
            Host cutting = (request, response) -> {
                response.setContentType("text/html;charset=" + charset);
                if (length) {
                    response.setContentLength(GREEK.getBytes(charset).length);
                }
                for (int i = 0; i < GREEK.length(); i++) {
                    response.getWriter().print(GREEK.charAt(i));
                }
            };
            host = cutting;
            assertThat(plain("GET", "/host").body()).isEqualTo(GREEK.getBytes(charset));
            Wire.Answer answer = wrapped("GET", "/host");
            assertThat(answer.body())
                    .isEqualTo(
                            GREEK.replace("b\">", "b\">" + BannerFilter.MARKUP).getBytes(charset));
            assertLength(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteListenerCutsUtf16AnyWhere(boolean length) throws IOException {
        byte[] page = (MARK + GREEK).getBytes(UTF_16LE);
        host = (request, response) -> {
            AsyncContext async = request.startAsync(request, response);
            response.setContentType("text/html");
            if (length) {
                response.setContentLength(page.length);
            }
            ServletOutputStream out = response.getOutputStream();
            out.setWriteListener(new PieceListener(async, out, page, 7));
        };
        assertBanner(UTF_16LE, "/host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html;charset=ISO-2022-JP"})
    void tagsBetweenEscapeSequencesAreNone(String type) throws IOException {
        // the bytes of these characters spell <body> where no escape sequence is minded, and an open quote
        String page = "<html title='\u3055'><title>\u90af\u7ffb\u89b3\u3042</title><body>\u8868</body></html>";
        String looksLikeTags = "<html a=\"\u001b$B!\"!!\u001b(B\"><p>\u001b$B<body>!\u001b(B</p><body>text</body>";
        assertBannerInEachWay(type, Charset.forName("ISO-2022-JP"), page);
        host = (request, response) -> {
            response.setContentType(type);
            write(response, looksLikeTags.getBytes(US_ASCII), false, 1);
        };
        assertThat(wrapped("GET", "/host").text())
                .isEqualTo(looksLikeTags.replace("<body>text", "<body>" + BannerFilter.MARKUP + "text"));
    }

    @Test
    void whereAsciiIsNotAsciiNoBannerIs() throws IOException {
        assertUntouched((request, response) -> {
            response.setContentType("text/html");
            write(response, "<html>\u001b(J<body>~</body>\u001b(B".getBytes(US_ASCII), true, 8192);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;charset=UTF-8", "text/html;charset=ISO-8859-7"})
    void anEscapeSequenceIsNoneWhereTheHeadersSaySo(String type) throws IOException {
        assertBannerInEachWay(type, US_ASCII, "<html><title>\u001b$B</title><body>text\u001b(B</body>");
    }

    @Test
    void textPrintedIntoAWideStreamIsTheContainers() throws IOException {
        host = (request, response) -> {
            response.setContentType("text/html;charset=UTF-16LE");
            response.getOutputStream().write("<html>".getBytes(UTF_16LE));
            response.getOutputStream().print("<body>");
            response.getOutputStream().write("<body>".getBytes(UTF_16LE));
        };
        Wire.Answer plain = plain("GET", "/host");
        assertThat(wrapped("GET", "/host").text()).isEqualTo(plain.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "GBK", "Big5", "EUC-KR", "windows-1253", "ISO-8859-7", "KOI8-R"})
    void onlyAMetaElementSaysTheCharset(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String page =
                "<html><head><meta charset=" + name + "><title>\u8868\u041f\u03b1</title></head><body>\u8868</body>";
        assertBannerInEachWay("text/html", charset, new String(page.getBytes(charset), charset));
    }

    @Test
    void aMarkOnItsOwnIsNothing() throws IOException {
        for (int size = 0; size <= 3; size++) {
            byte[] start = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
            byte[] wide = MARK.getBytes(UTF_16BE);
            int cut = size;
            assertUntouched((request, response) -> {
                response.setContentType("text/html");
                response.getOutputStream().write(start, 0, cut);
            });
            assertUntouched((request, response) -> {
                response.setContentType("text/html");
                response.getOutputStream().write(wide, 0, Math.min(cut, wide.length));
            });
        }
    }
}

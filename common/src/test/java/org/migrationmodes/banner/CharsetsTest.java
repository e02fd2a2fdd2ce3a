package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "utf8",
                "US-ASCII",
                "ISO-8859-1",
                "latin1",
                "ISO-8859-15",
                "windows-1252",
                "Cp1252",
                "windows-31j",
                "Shift_JIS",
                "EUC-JP",
                "EUC-KR",
                "GB2312",
                "GBK",
                "GB18030",
                "Big5",
                "Big5-HKSCS",
                "KOI8-R",
                "KOI8-U",
                "TIS-620",
                "IBM437",
                "x-unheard-of",
                "",
                "not a name!",
                "unicode-1-1-utf-8"
            })
    void asciiIsAscii(String name) {
        assertThat(Charsets.encoding(name)).isEqualTo(PageEncoding.ASCII);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-32",
                "x-UTF-32LE-BOM",
                "ISO-10646-UCS-4",
                "iso-2022-kr",
                "ISO-2022-CN",
                "x-windows-50221",
                "UTF-7",
                "unicode-1-1-utf-7",
                "HZ-GB-2312",
                "IBM037",
                "Cp037",
                "IBM1047",
                "Cp500",
                "IBM01140",
                "EBCDIC-US",
                "ibm-unheard-of",
                "cp99999",
                "x-COMPOUND_TEXT",
                "x-JISAutoDetect"
            })
    void asciiCanMeanSomethingElse(String name) {
        assertThat(Charsets.encoding(name)).isEqualTo(PageEncoding.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, UTF_16LE",
        "utf-16le, UTF_16LE",
        "UTF-16BE, UTF_16BE",
        "ISO-10646-UCS-2, UTF_16LE",
        "ISO-2022-JP, ISO_2022_JP",
        "csISO2022JP, ISO_2022_JP"
    })
    void otherWaysToSpellATag(String name, PageEncoding encoding) {
        assertThat(Charsets.encoding(name)).isEqualTo(encoding);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, ISO-8859-1, UNDECLARED",
        "text/html;charset=ISO-8859-1, ISO-8859-1, ASCII",
        "text/html ; Charset = \"UTF-8\", UTF-8, ASCII",
        "text/html; a=charset, ISO-8859-1, UNDECLARED",
        "text/html; charset=utf-16, utf-16, UTF_16LE",
        ", , UNDECLARED"
    })
    void aCharsetThatIsNotInTheHeadersIsTheContainersGuess(
            @Nullable String contentType, @Nullable String name, PageEncoding encoding) {
        assertThat(Charsets.encoding(contentType, name)).isEqualTo(encoding);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 3",
        "ISO-8859-1, 3",
        "UTF-16, 6",
        "UTF-16LE, 6",
        "UTF-32, 12",
        "ISO-2022-JP, 3",
        "IBM037, 3",
        "x-unheard-of, 3",
        ", 3"
    })
    void theBannerCountsInThePagesEncodingWithoutAByteOrderMark(String name, int length) {
        assertThat(Charsets.lengthInside("<b>", name)).isEqualTo(length);
    }
}

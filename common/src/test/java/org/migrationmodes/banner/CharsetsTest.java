package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        assertThat(Charsets.isAsciiCompatible(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-16", "utf-16le", "UTF-16BE", "UTF-32", "x-UTF-32LE-BOM", "ISO-10646-UCS-2", "ISO-10646-UCS-4",
                        "ISO-2022-JP", "iso-2022-kr",
                "ISO-2022-CN", "csISO2022JP", "x-windows-50221", "UTF-7", "unicode-1-1-utf-7", "HZ-GB-2312", "IBM037",
                        "Cp037", "IBM1047",
                "Cp500", "IBM01140", "EBCDIC-US", "ibm-unheard-of", "cp99999", "x-COMPOUND_TEXT", "x-JISAutoDetect"
            })
    void asciiCanMeanSomethingElse(String name) {
        assertThat(Charsets.isAsciiCompatible(name)).isFalse();
    }

    @Test
    void anUnknownCharsetIsAsciiCompatible() {
        assertThat(Charsets.isAsciiCompatible(null)).isTrue();
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

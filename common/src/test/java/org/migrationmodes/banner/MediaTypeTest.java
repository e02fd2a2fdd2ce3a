package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    private static final String HTML = "text/html";

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "TEXT/Html", " text/html ", "text/html;charset=x", "text/html ; a", "text/html;"})
    void isTheSameInAnySpelling(String contentType) {
        assertThat(MediaType.is(HTML, contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "text/htm", "text/html5", "text /html", "x;text/html", "application/xhtml+xml"})
    void isNoOther(String contentType) {
        assertThat(MediaType.is(HTML, contentType)).isFalse();
    }

    @Test
    void aMissingOneIsNone() {
        assertThat(MediaType.is("", null)).isTrue();
        assertThat(MediaType.is("", " ; charset=utf-8")).isTrue();
        assertThat(MediaType.is(HTML, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html;charset=utf-8",
                "text/html; CharSet = utf-8",
                "text/html;a=b;charset=",
                ";charset=x",
                "text/html;;\tcharset\t=x"
            })
    void namesACharset(String contentType) {
        assertThat(MediaType.namesCharset(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"charset=x", "text/html", "text/html;charset", "text/html;xcharset=x", "text/html;charsets=x"})
    void namesNone(String contentType) {
        assertThat(MediaType.namesCharset(contentType)).isFalse();
    }
}

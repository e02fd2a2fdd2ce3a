package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {
    @ParameterizedTest
    @CsvSource({
        "plain text, plain text",
        "<b>, &#x3C;b&#x3E;",
        "a & b, a &#x26; b",
        "\"quoted\", &#x22;quoted&#x22;",
        "Grüße, Gr&#xFC;&#xDF;e",
        "🚡, &#x1F6A1;"
    })
    void textIsAsciiAndMeansItself(String text, String html) {
        assertThat(new Markup().text(text)).hasToString(html);
    }

    @Test
    void theLineBreaksOfAFormStayLineBreaks() {
        assertThat(new Markup().text("one\r\ntwo\rthree\nfour\tfive")).hasToString("one\ntwo\nthree\nfour\tfive");
    }

    @Test
    void whatIsNoCharacterIsShownAsSuch() {
        assertThat(new Markup().text("\u0000\u0007\uD800\uFFFE")).hasToString("&#xFFFD;&#xFFFD;&#xFFFD;&#xFFFD;");
    }
}

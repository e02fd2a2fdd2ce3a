package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageViewTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @Test
    void aRequestThatSaysNothingOfItselfIsAPageView() {
        assertThat(PageView.isPageView(request)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Requested-With, XMLHttpRequest, false",
        "X-Requested-With, xmlhttprequest, false",
        "X-Requested-With, org.example.app, true",
        "Faces-Request, partial/ajax, false",
        "Faces-Request, '', false",
        "Sec-Fetch-Dest, document, true",
        "Sec-Fetch-Dest, iframe, false",
        "Sec-Fetch-Dest, empty, false",
        "Sec-Fetch-Dest, image, false"
    })
    void aHeaderTells(String header, String value, boolean pageView) {
        when(request.getHeader(header)).thenReturn(value);
        assertThat(PageView.isPageView(request)).isEqualTo(pageView);
        assertThat(PageView.headers()).contains(header);
    }

    @Test
    void oneHeaderIsEnough() {
        when(request.getHeader("Sec-Fetch-Dest")).thenReturn("document");
        when(request.getHeader("X-Requested-With")).thenReturn("XMLHttpRequest");
        assertThat(PageView.isPageView(request)).isFalse();
        assertThat(PageView.headers()).isEqualTo(List.of("X-Requested-With", "Faces-Request", "Sec-Fetch-Dest"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                      |          | true",
                "                      | ''       | true",
                "                      | */*      | true",
                "                      | text/html,application/xhtml+xml,image/avif,*/*;q=0.8 | true",
                "                      | TEXT/HTML | true",
                "                      | text/*   | true",
                "                      | application/json, text/javascript, */*; q=0.01 | true",
                "                      | application/json | false",
                "                      | image/avif,image/webp,*/*;q=0.8 | false",
                "                      | text/css,*/*;q=0.1 | false",
                "                      | font/woff2;q=1.0,*/*;q=0.5 | false",
                "document              | image/png | true",
                "iframe                | text/html | true",
                "empty                 | */*      | true",
                "empty                 | application/json | false",
                "script                | */*      | false",
                "image                 | text/html | false",
                "style                 |          | false"
            })
    void whatIsWantedTells(@Nullable String destination, @Nullable String accept, boolean page) {
        when(request.getHeader("Sec-Fetch-Dest")).thenReturn(destination);
        when(request.getHeaders("Accept"))
                .thenReturn(Collections.enumeration(accept == null ? List.of() : List.of(accept)));
        assertThat(PageView.acceptsPage(request)).isEqualTo(page);
    }

    @Test
    void severalLinesOfAcceptAreOneList() {
        when(request.getHeaders("Accept")).thenReturn(Collections.enumeration(List.of("image/png", "text/html")));
        assertThat(PageView.acceptsPage(request)).isTrue();
    }
}

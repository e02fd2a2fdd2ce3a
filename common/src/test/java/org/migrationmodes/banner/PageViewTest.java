package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
}

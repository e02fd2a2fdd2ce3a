package org.migrationmodes.banner;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaryTest {
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final Vary vary = Vary.on(List.of("Accept-Language", "Sec-Fetch-Dest"));

    private void said(String... lines) {
        when(response.containsHeader("Vary")).thenReturn(true);
        when(response.getHeaders("Vary")).thenReturn(List.of(lines));
    }

    @Test
    void allAreNamedWhereNoneIs() {
        vary.addTo(response);
        verify(response).addHeader("Vary", "Accept-Language, Sec-Fetch-Dest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Cookie                                   | Accept-Language, Sec-Fetch-Dest
                    Accept-Language                          | Sec-Fetch-Dest
                    accept-LANGUAGE,Cookie                   | Sec-Fetch-Dest
                    Cookie ,	sec-fetch-dest               | Accept-Language
                    X-Accept-Language, Accept-Language-X     | Accept-Language, Sec-Fetch-Dest
                    Accept-Language-X, Accept-Language       | Sec-Fetch-Dest
                    """)
    void whatIsMissingIsAdded(String line, String added) {
        said(line);
        vary.addTo(response);
        verify(response).addHeader("Vary", added);
    }

    @Test
    void nothingIsNamedTwice() {
        said("Sec-Fetch-Dest", "Cookie, accept-language");
        vary.addTo(response);
        verify(response, never()).addHeader(any(), any());
    }
}

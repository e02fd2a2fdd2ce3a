package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a host sets, or takes back, once it has written its body. */
abstract class LateLengthContract extends WireContract {

    LateLengthContract(TestContainer.Starter starter) {
        super(starter);
    }

    @Test
    void aLengthThatIsTakenBackIsNone() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, PAGE);
            response.setContentLength(length(PAGE) + 500);
            response.setContentLength(-1);
        });
    }

    @Test
    void aTagThatIsTakenBackIsNone() throws IOException {
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            response.setHeader("ETag", "\"1\"");
            stream(response, PAGE);
            response.setHeader("ETag", null);
        });
        // some containers take none back
        assertThat(wrapped("GET", "/host").header("ETag").isPresent())
                .isEqualTo(plain("GET", "/host").header("ETag").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {FRAGMENT, PAGE})
    void oneBelowWhatIsWrittenCostsNoMoreThanWithoutUs(String body) throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            stream(response, body);
            setLengthIfTaken(response, 5);
        };

        assertAsWithout();
    }

    @Test
    void oneBelowWhatIsWrittenBeforeTheTagCostsNoMoreThanWithoutUs() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            PrintWriter out = response.getWriter();
            out.write("<html><head><title>t</title></head>");
            out.flush();
            setLengthIfTaken(response, 1);
            out.write("<body>x");
        };

        assertAsWithout();
    }

    private void assertAsWithout() throws IOException {
        Wire.Answer plain = plain("GET", "/host");
        Wire.Answer wrapped = wrapped("GET", "/host");
        assertThat(wrapped.status()).isEqualTo(plain.status());
        assertThat(wrapped.text().replace(BannerFilter.MARKUP, "")).startsWith(plain.text());
        assertThat(wrapped.complete()).isEqualTo(plain.complete());
    }

    private static void setLengthIfTaken(HttpServletResponse response, int length) {
        try {
            response.setContentLength(length);
        } catch (IllegalArgumentException refused) {
            // as Jetty does
        }
    }
}

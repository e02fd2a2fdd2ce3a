package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD, and the files that the container's own servlet serves. */
abstract class HeadContract extends WireContract {

    HeadContract(TestContainer.Starter starter) {
        super(starter);
    }

    @Test
    void headOfAPageThatIsWrittenHasTheLengthOfGet() throws IOException {
        for (String page : List.of(PAGE, FRAGMENT)) {
            for (boolean length : new boolean[] {true, false}) {
                for (boolean characters : new boolean[] {true, false}) {
                    host = (request, response) -> {
                        response.setContentType(HTML);
                        response.setHeader("ETag", "\"1\"");
                        if (length) {
                            response.setContentLength(length(page));
                        }
                        if (characters) {
                            response.getWriter().write(page);
                            response.getWriter().flush();
                        } else {
                            stream(response, page);
                        }
                    };
                    Wire.Answer get = wrapped("GET", "/host");
                    Wire.Answer head = wrapped("HEAD", "/host");
                    if (length) {
                        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
                        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
                        assertThat(head.header("ETag"))
                                .contains(page.equals(FRAGMENT) ? "\"1\"" : derived(plain("GET", "/host")));
                    } else if (head.header("Content-Length").isPresent()) {
                        assertThat(head.header("Content-Length")).contains(String.valueOf(get.body().length));
                    }
                }
            }
        }
    }

    @Test
    void headWithALengthAloneTellsNone() throws IOException {
        for (boolean flush : new boolean[] {true, false}) {
            host = (request, response) -> {
                response.setContentType(HTML);
                response.setHeader("ETag", "\"1\"");
                response.setContentLength(length(PAGE));
                if (flush) {
                    response.flushBuffer();
                }
            };
            Wire.Answer head = wrapped("HEAD", "/host");
            assertThat(head.header("Content-Length")).isEmpty();
            assertThat(head.header("ETag")).isEmpty();
            assertThat(head.header("Content-Type"))
                    .isEqualTo(plain("HEAD", "/host").header("Content-Type"));
        }
        host = (request, response) -> {
            response.setContentType("image/png");
            response.setHeader("ETag", "\"1\"");
            response.setContentLength(length(PAGE));
        };
        assertUntouched("HEAD", "/host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", START})
    void anErrorIsToldAfterALengthToo(String written) throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            response.setContentLength(length(PAGE));
            stream(response, written);
            throw new IllegalStateException("as hosts fail");
        };
        for (String method : List.of("HEAD", "GET")) {
            Wire.Answer plain = plain(method, "/host");
            Wire.Answer wrapped = wrapped(method, "/host");
            assertThat(wrapped.status()).as(method).isEqualTo(plain.status()).isEqualTo(500);
            // Tomcat cuts its own answer off where a part of the page is written
            assertThat(wrapped.complete() || !plain.complete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/small.html", "/long.html"})
    void aStaticPageCarriesABanner(String path) throws IOException {
        Wire.Answer get = assertBanner(ISO_8859_1, path);
        assertLength(get);
        Wire.Answer head = wrapped("HEAD", path);
        // Jetty's writes the page on HEAD too
        head.header("Content-Length")
                .ifPresent(length -> assertThat(length)
                        .isEqualTo(get.header("Content-Length").orElseThrow()));
        head.header("ETag")
                .ifPresent(tag -> assertThat(tag).isEqualTo(get.header("ETag").orElseThrow()));
        assertThat(get.header("ETag")).contains(derived(plain("GET", path)));
        assertThat(head.header("Last-Modified")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/late.html", "/fragment.html", "/text.txt", "/missing.html"})
    void aStaticFileThatIsNoPageIsLeftAlone(String path) throws IOException {
        assertUntouched("GET", path);
    }

    @Test
    void rangesAndConditionalRequestsForFilesAreLeftAlone() throws IOException {
        assertUntouched("GET", "/long.html", "Range: bytes=0-99");
        assertUntouched("GET", "/long.html", "Range: bytes=20000-20100");
        assertUntouched("GET", "/long.html", "If-Modified-Since: Sun, 06 Nov 2033 08:49:37 GMT");
        String etag = plain("GET", "/long.html").header("ETag").orElseThrow();
        assertUntouched("GET", "/long.html", "If-None-Match: " + etag);
    }
}

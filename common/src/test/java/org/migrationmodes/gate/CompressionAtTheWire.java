package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** Pages that somebody compresses: the host by itself, or the container when all is done. */
abstract class CompressionAtTheWire {
    private static final RawRequest PAGE =
            RawRequest.get("/app/page").header("Accept", "text/html,*/*;q=0.8").header("Accept-Encoding", "gzip, br");

    abstract GateHost.Server server();

    private static void compressIfAsked(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean named =
                Collections.list(request.getHeaderNames()).stream().anyMatch("accept-encoding"::equalsIgnoreCase);
        boolean first = String.valueOf(request.getHeader("accept-encoding")).contains("gzip");
        boolean any = Collections.list(request.getHeaders("ACCEPT-ENCODING")).stream()
                .anyMatch(value -> value.contains("gzip"));
        response.setContentType("text/html;charset=UTF-8");
        if (named || first || any) {
            response.setHeader("Content-Encoding", "gzip");
            response.getOutputStream().write(gzip(GateHost.PAGE));
        } else {
            response.getOutputStream().print(GateHost.PAGE);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String gunzip(RawAnswer answer) {
        assertThat(answer.all("Content-Encoding")).as(answer.toString()).containsExactly("gzip");
        answer.header("Content-Length")
                .ifPresent(length -> assertThat(length).isEqualTo(String.valueOf(answer.body().length)));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(gzip.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hasOneBanner(String page) {
        assertThat(page.split("class=\"migration-banner ", -1)).hasSize(2);
        assertThat(page)
                .startsWith("<!DOCTYPE html><html><head></head><body><div")
                .endsWith("</div>page</body></html>");
    }

    @Test
    void aHostThatCompressesIsAskedForThePageAsItIs() {
        try (GateHost host = new GateHost(server(), Mode.READ_ONLY, "{}")) {
            host.serve(CompressionAtTheWire::compressIfAsked);
            RawAnswer page = host.http().send(PAGE);
            assertThat(page.all("Content-Encoding")).isEmpty();
            hasOneBanner(page.text());
        }
    }

    @Test
    void whereNoBannerIsDueItCompresses() {
        try (GateHost host = new GateHost(server(), Mode.READ_ONLY, "{}")) {
            host.serve(CompressionAtTheWire::compressIfAsked);
            for (RawRequest other : List.of(
                    PAGE.header("X-Requested-With", "XMLHttpRequest"),
                    PAGE.header("Sec-Fetch-Dest", "iframe"),
                    PAGE.header("Sec-Fetch-Dest", "image"))) {
                assertThat(gunzip(host.http().send(other))).isEqualTo(GateHost.PAGE);
            }
            host.mode(Mode.NORMAL);
            assertThat(gunzip(host.http().send(PAGE))).isEqualTo(GateHost.PAGE);
            host.configure("{ \"banner\": { \"script\": false } }");
            host.ahead(Mode.NORMAL, "soon", host.now.plusSeconds(60), Mode.READ_ONLY);
            assertThat(gunzip(host.http().send(PAGE))).isEqualTo(GateHost.PAGE);
        }
    }

    @Test
    void aHostThatCompressesAllTheSameIsLeftAlone() throws IOException {
        byte[] compressed = gzip(GateHost.PAGE);
        try (GateHost host = new GateHost(server(), Mode.READ_ONLY, "{}")) {
            host.serve((request, response) -> {
                response.setContentType("text/html;charset=UTF-8");
                response.setHeader("Content-Encoding", "gzip");
                response.setHeader("ETag", "\"v1\"");
                response.setContentLength(compressed.length);
                response.getOutputStream().write(compressed);
            });
            RawAnswer page = host.http().send(PAGE);
            assertThat(page.body()).isEqualTo(compressed);
            assertThat(page.all("ETag")).containsExactly("\"v1\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aContainerCompressesThePageWithTheBanner(boolean length) {
        try (GateHost host = GateHost.compressing(server(), Mode.READ_ONLY)) {
            host.serve((request, response) -> {
                response.setHeader("ETag", "W/\"v1\"");
                // Jetty lets the host see what it has added
                if (String.valueOf(request.getHeader("If-None-Match")).matches(".*\"v1(--gzip)?\".*")) {
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                    return;
                }
                response.setContentType("text/html;charset=UTF-8");
                if (length) {
                    response.setContentLength(GateHost.PAGE.length());
                }
                response.getOutputStream().print(GateHost.PAGE);
            });
            RawAnswer page = host.http().send(PAGE);
            hasOneBanner(gunzip(page));
            assertThat(String.join(", ", page.all("Vary")).toLowerCase(java.util.Locale.ROOT))
                    .contains("accept-encoding", "accept-language");
            String tag = page.header("ETag").orElseThrow();
            assertThat(tag).contains("v1~banner-");
            assertThat(host.http().send(PAGE.header("If-None-Match", tag)).status())
                    .isEqualTo(304);
            assertThat(host.http()
                            .send(PAGE.header("If-None-Match", "W/\"v1\""))
                            .status())
                    .isEqualTo(200);
            hasOneBanner(host.http().send(RawRequest.get("/app/page")).text());

            host.mode(Mode.NORMAL);
            assertThat(gunzip(host.http().send(PAGE.header("If-None-Match", tag))))
                    .isEqualTo(GateHost.PAGE);
        }
    }
}

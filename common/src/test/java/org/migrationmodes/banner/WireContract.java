package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes over the wire, on a real container: the answer behind the wrapper, minus the banner, is the answer of the
 * same servlet without it, byte for byte and header for header.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WireContract {

    static final String START = "<!DOCTYPE html>\n<html><head><title>t</title></head><body class=\"a>b\">";
    static final String PAGE = START + "\n<h1>caf\u00e9</h1>\n</body></html>\n";
    static final String LONG_PAGE =
            "<!-- " + "x".repeat(20_000) + " -->" + START + "y".repeat(100_000) + "</body></html>";
    static final String FRAGMENT = "<div>no page</div>";
    static final String LATE_PAGE = "<!-- " + "x".repeat(70_000) + " -->" + PAGE;
    static final String HTML = "text/html;charset=UTF-8";
    private static final String[] CHANGED_BY_A_BANNER = {
        "Content-Length", "Transfer-Encoding", "ETag", "Last-Modified", "Accept-Ranges", "Date"
    };

    /** What a test makes of the servlet. */
    @FunctionalInterface
    interface Host {
        void serve(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    private final TestContainer.Starter starter;
    volatile Host host = (request, response) -> {};
    private volatile @Nullable Throwable failure;
    TestContainer container = new TestContainer(0, () -> {});

    WireContract(TestContainer.Starter starter) {
        this.starter = starter;
    }

    @BeforeAll
    void start(@TempDir Path files) throws Exception {
        for (Map.Entry<String, String> file : Map.of(
                        "small.html", PAGE,
                        "long.html", LONG_PAGE,
                        "late.html", LATE_PAGE,
                        "fragment.html", FRAGMENT,
                        "text.txt", PAGE)
                .entrySet()) {
            Path path = Files.writeString(files.resolve(file.getKey()), file.getValue());
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_600_000_000_000L));
        }
        container = starter.start(
                files,
                new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws ServletException, IOException {
                        try {
                            if ("/pong".equals(request.getPathInfo())) {
                                response.setContentType("text/plain");
                                response.getOutputStream().print("pong");
                            } else {
                                host.serve(request, response);
                            }
                        } catch (IOException | ServletException | RuntimeException e) {
                            throw e;
                        } catch (Exception | AssertionError e) {
                            failure = e;
                            throw new ServletException(e);
                        }
                    }
                },
                new BannerFilter());
    }

    @AfterAll
    void stop() throws Exception {
        container.stop().run();
    }

    final Wire.Answer plain(String method, String path, String... headers) throws IOException {
        failure = null;
        try (Wire wire = new Wire(container.port())) {
            Wire.Answer answer = wire.request(method, path, headers);
            assertThat(failure).as("in the servlet").isNull();
            boolean closes = answer.header("Connection")
                    .filter(value -> value.equalsIgnoreCase("close"))
                    .isPresent();
            if (answer.complete() && !closes) {
                assertThat(wire.request("GET", "/host/pong").text())
                        .as("the next answer")
                        .isEqualTo("pong");
            }
            return answer;
        }
    }

    final Wire.Answer wrapped(String method, String path, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = BannerFilter.SWITCH + ": on";
        return plain(method, path, all);
    }

    final void assertUntouched(String method, String path, String... headers) throws IOException {
        Wire.Answer plain = plain(method, path, headers);
        Wire.Answer wrapped = wrapped(method, path, headers);
        assertThat(wrapped.status()).isEqualTo(plain.status());
        assertThat(wrapped.headersWithout("Date")).isEqualTo(plain.headersWithout("Date"));
        assertThat(wrapped.text()).isEqualTo(plain.text());
        assertThat(wrapped.complete()).isEqualTo(plain.complete());
    }

    final void assertUntouched(Host servlet) throws IOException {
        host = servlet;
        assertUntouched("GET", "/host");
    }

    final Wire.Answer assertBanner(Charset charset, String path, String... headers) throws IOException {
        Wire.Answer plain = plain("GET", path, headers);
        Wire.Answer wrapped = wrapped("GET", path, headers);
        String with = new String(wrapped.body(), charset);
        int at = with.indexOf(BannerFilter.MARKUP);
        assertThat(at).as("a banner in %s", with).isNotNegative();
        String before = with.substring(0, at);
        String without = before + with.substring(at + BannerFilter.MARKUP.length());
        assertThat(without.getBytes(charset)).isEqualTo(plain.body());
        assertThat(before).endsWith(">").containsIgnoringCase("<body");
        assertThat(wrapped.status()).isEqualTo(plain.status());
        assertThat(wrapped.complete()).isTrue();
        assertThat(wrapped.headersWithout(CHANGED_BY_A_BANNER)).isEqualTo(plain.headersWithout(CHANGED_BY_A_BANNER));
        wrapped.header("ETag").ifPresent(tag -> assertThat(tag).isEqualTo(derived(plain)));
        assertThat(wrapped.header("Last-Modified")).isEmpty();
        assertThat(wrapped.header("Accept-Ranges")).isEmpty();
        return wrapped;
    }

    final Wire.Answer assertBanner(Host servlet) throws IOException {
        host = servlet;
        return assertBanner(UTF_8, "/host");
    }

    /** The entity tag that the page has with the banner in it. */
    static String derived(Wire.Answer plain) {
        String tag = plain.header("ETag").orElseThrow();
        String mark = EntityTags.mark(BannerFilter.MARKUP.getBytes(US_ASCII));
        return tag.substring(0, tag.length() - 1) + mark + '"';
    }

    static void assertLength(Wire.Answer answer) {
        assertThat(answer.header("Content-Length")).contains(String.valueOf(answer.body().length));
    }

    static int length(String page) {
        return page.getBytes(UTF_8).length;
    }

    static void stream(HttpServletResponse response, String page) throws IOException {
        response.getOutputStream().write(page.getBytes(UTF_8));
    }

    static void pieces(ServletOutputStream out, byte[] page, int piece) throws IOException {
        for (int off = 0; off < page.length; off += piece) {
            if (piece == 1) {
                out.write(page[off]);
            } else {
                out.write(page, off, Math.min(piece, page.length - off));
            }
        }
    }
}

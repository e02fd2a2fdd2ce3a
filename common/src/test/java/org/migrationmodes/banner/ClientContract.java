package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are old, in a hurry, or gone. */
abstract class ClientContract extends WireContract {

    ClientContract(TestContainer.Starter starter) {
        super(starter);
    }

    private Wire.Answer old(String... headers) throws IOException {
        try (Wire wire = new Wire(container.port(), "HTTP/1.0")) {
            return wire.request("GET", "/host", headers);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientOfHttp10GetsTheSame(boolean length) throws IOException {
        for (String page : List.of(PAGE, LONG_PAGE, FRAGMENT, LATE_PAGE)) {
            host = (request, response) -> {
                response.setContentType(HTML);
                if (length) {
                    response.setContentLength(length(page));
                }
                stream(response, page);
                response.flushBuffer();
            };
            Wire.Answer plain = old();
            Wire.Answer wrapped = old(BannerFilter.SWITCH + ": on");
            boolean banner = page.equals(PAGE) || page.equals(LONG_PAGE);
            assertThat(plain.body()).isEqualTo(page.getBytes(UTF_8));
            assertThat(wrapped.text())
                    .isEqualTo(banner ? plain.text().replace("a>b\">", "a>b\">" + BannerFilter.MARKUP) : plain.text());
            assertThat(wrapped.complete()).isTrue();
            assertThat(wrapped.headersWithout("Content-Length", "Date"))
                    .isEqualTo(plain.headersWithout("Content-Length", "Date"));
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTurn() throws IOException {
        host = (request, response) -> {
            response.setContentType(HTML);
            String page = "/page".equals(request.getPathInfo()) ? PAGE : FRAGMENT;
            if (request.getQueryString() != null) {
                response.setContentLength(length(page));
                response.flushBuffer();
            }
            stream(response, page);
        };
        try (Wire wire = new Wire(container.port())) {
            for (int i = 0; i < 5; i++) {
                wire.send("GET", "/host/page", BannerFilter.SWITCH + ": on");
                wire.send("GET", "/host/fragment?length", BannerFilter.SWITCH + ": on");
                wire.send("GET", "/host/page?length", BannerFilter.SWITCH + ": on");
                wire.send("HEAD", "/host/page?length", BannerFilter.SWITCH + ": on");
            }
            for (int i = 0; i < 5; i++) {
                assertThat(wire.receive("GET").text()).contains(BannerFilter.MARKUP);
                assertThat(wire.receive("GET").text()).isEqualTo(FRAGMENT);
                assertThat(wire.receive("GET").text()).contains(BannerFilter.MARKUP);
                assertThat(wire.receive("HEAD").status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "stream with a length", "writer", "writer with a length"})
    void aClientThatGoesAwayIsTheHostsToNotice(String how) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        String part = "y".repeat(10_000);
        host = (request, response) -> {
            response.setContentType(HTML);
            if (how.endsWith("length")) {
                response.setContentLengthLong(length(START) + 10_000L * part.length());
            }
            if (how.startsWith("writer")) {
                PrintWriter out = response.getWriter();
                out.write(START);
                out.flush();
                started.countDown();
                for (int i = 0; i < 10_000 && !out.checkError(); i++) {
                    out.write(part);
                }
                if (out.checkError()) {
                    noticed.countDown();
                }
            } else {
                ServletOutputStream out = response.getOutputStream();
                stream(response, START);
                out.flush();
                started.countDown();
                try {
                    for (int i = 0; i < 10_000; i++) {
                        stream(response, part);
                    }
                } catch (IOException gone) {
                    noticed.countDown();
                    throw gone;
                }
            }
        };
        try (Wire wire = new Wire(container.port())) {
            wire.send("GET", "/host", BannerFilter.SWITCH + ": on");
            started.await();
        }
        assertThat(noticed.await(20, TimeUnit.SECONDS)).as("noticed").isTrue();
        assertBanner((request, response) -> {
            response.setContentType(HTML);
            stream(response, PAGE);
        });
    }

    @Test
    void trailersFollow() throws IOException {
        for (String page : List.of(LONG_PAGE, LATE_PAGE)) {
            host = (request, response) -> {
                response.setTrailerFields(() -> Map.of("X-Sum", "1"));
                response.setContentType(HTML);
                pieces(response.getOutputStream(), page.getBytes(UTF_8), 5000);
            };
            assertThat(plain("GET", "/host", "TE: trailers").headers())
                    .anyMatch(line -> line.equalsIgnoreCase("trailer X-Sum: 1"));
            if (page.equals(LONG_PAGE)) {
                assertBanner(UTF_8, "/host", "TE: trailers");
            } else {
                assertUntouched("GET", "/host", "TE: trailers");
            }
        }
    }
}

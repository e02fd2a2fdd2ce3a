package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawRequest;

/** A judged body, read by the methods that Servlet 6.1 added; by their names, since this is compiled without. */
class Servlet61Bodies {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String READS = """
            { "routes": [ { "path": "/search", "parameters": { "ok": true }, "verdict": "write" },
                          { "path": "/search", "verdict": "read" } ] }
            """;

    private static int read(ServletInputStream in, ByteBuffer buffer) throws ReflectiveOperationException {
        return (int)
                ServletInputStream.class.getMethod("read", ByteBuffer.class).invoke(in, buffer);
    }

    private static ServletRequest innermost(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper && !(inner instanceof ReplayedRequest)) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 999, 1000, 5000})
    void everyByteReachesABuffer(int size) {
        byte[] body = new byte[1000];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
        try (GateHost host = new GateHost(GateHost.Server.TOMCAT, Mode.READ_ONLY, READS)) {
            host.serve((request, response) -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                ByteBuffer buffer = ByteBuffer.allocate(size + 3);
                assertThat(innermost(request)).isInstanceOf(ReplayedRequest.class);
                try {
                    assertThat(read(request.getInputStream(), buffer.limit(0))).isZero();
                    while (read(request.getInputStream(), buffer.limit(size + 2).position(2)) > 0) {
                        all.write(buffer.array(), 2, buffer.limit() - 2);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                response.getOutputStream().write(all.toByteArray());
            });

            assertThat(host.http()
                            .send(RawRequest.of("POST", "/app/search").body(FORM, body))
                            .body())
                    .isEqualTo(body);
        }
    }

    @Test
    void theHostMaySetTheEncodingAfterUs() {
        try (GateHost host = new GateHost(GateHost.Server.TOMCAT, Mode.READ_ONLY, READS)) {
            host.serve((request, response) -> {
                byte[] body = "q=%CA%E1%EB%E7%EC%DD%F1%E1".getBytes(US_ASCII);
                ReplayedRequest judged = new ReplayedRequest(new Deaf(request), body, true);
                try {
                    ServletRequest.class
                            .getMethod("setCharacterEncoding", Charset.class)
                            .invoke(judged, Charset.forName("windows-1253"));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                response.getOutputStream()
                        .write((judged.getCharacterEncoding() + " " + judged.getParameter("q")).getBytes(UTF_8));
            });

            assertThat(host.http().get("/app/page").text()).isEqualTo("windows-1253 Καλημέρα");
        }
    }

    /** A container that no longer listens, as Jetty does not once its stream was read. */
    static final class Deaf extends HttpServletRequestWrapper {
        Deaf(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void setCharacterEncoding(String name) {}

        public void setCharacterEncoding(Charset charset) {}
    }
}

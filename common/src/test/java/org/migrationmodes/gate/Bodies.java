package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** What becomes of a form's body that was read for judging and let through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Bodies {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String READS = """
            { "routes": [ { "path": "/search", "parameters": { "ok": true }, "verdict": "write" },
                          { "path": "/search", "verdict": "read" } ] }
            """;

    @SuppressWarnings("NullAway.Init")
    private GateHost host;

    abstract GateHost.Server server();

    @BeforeAll
    void start() {
        host = new GateHost(server(), Mode.READ_ONLY, READS);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @AfterEach
    void freeze() {
        host.mode(Mode.READ_ONLY);
    }

    private void echo(Read read) {
        host.serve((request, response) -> response.getOutputStream().write(read.of(request)));
    }

    private interface Read {
        byte[] of(HttpServletRequest request) throws IOException;
    }

    private static byte[] reader(HttpServletRequest request) throws IOException {
        StringWriter text = new StringWriter();
        request.getReader().transferTo(text);
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] parameters(HttpServletRequest request) {
        Map<String, String> shown = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> shown.put(name, Arrays.toString(values)));
        return shown.toString().getBytes(UTF_8);
    }

    private RawAnswer post(String target, String type, byte[] body) {
        return host.http().send(RawRequest.of("POST", "/app" + target).body(type, body));
    }

    @Test
    void everyByteReachesTheHostsStream() {
        echo(request -> request.getInputStream().readAllBytes());
        byte[] body = new byte[1000];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }

        assertThat(post("/search", FORM, body).body()).isEqualTo(body);
    }

    @Test
    void aChunkedBodyReachesTheHost() {
        echo(request -> request.getInputStream().readAllBytes());
        RawRequest chunked = RawRequest.of("POST", "/app/search")
                .header("Content-Type", FORM)
                .header("Transfer-Encoding", "chunked")
                .body("3\r\nq=1\r\n4\r\n&b=2\r\n0\r\n\r\n".getBytes(US_ASCII));

        assertThat(host.http().send(chunked).text()).isEqualTo("q=1&b=2");
    }

    @Test
    void anEmptyBodyStaysEmpty() {
        echo(request -> (request.getInputStream().read() + " "
                        + request.getParameterMap().size())
                .getBytes(UTF_8));

        assertThat(post("/search", FORM, new byte[0]).text()).isEqualTo("-1 0");
    }

    @Test
    void theReaderDecodesAsTheClientSaid() {
        echo(Bodies::reader);

        assertThat(post("/search", FORM, "q=Grüße".getBytes(UTF_8)).text()).isEqualTo("q=Grüße");
        assertThat(post("/search", FORM + ";charset=ISO-8859-1", "q=Grüße".getBytes(ISO_8859_1))
                        .text())
                .isEqualTo("q=Grüße");
    }

    @Test
    void parametersDecodeAsTheClientSaid() {
        echo(Bodies::parameters);

        assertThat(post("/search", FORM, "q=Gr%C3%BC%C3%9Fe".getBytes(US_ASCII)).text())
                .isEqualTo("{q=[Grüße]}");
        assertThat(post("/search", FORM + ";charset=iso-8859-1", "q=Gr%FC%DFe".getBytes(US_ASCII))
                        .text())
                .isEqualTo("{q=[Grüße]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1253", "UTF-16"})
    void theHostMaySetTheEncodingAfterUs(String charset) throws Exception {
        host.serve((request, response) -> {
            request.setCharacterEncoding(charset);
            response.getOutputStream()
                    .write((request.getCharacterEncoding() + " " + request.getParameter("q")).getBytes(UTF_8));
        });
        String text = charset.equals("windows-1253") ? "Καλημέρα" : "Grüße";
        String body =
                charset.equals("UTF-16") ? "q=1" : "q=" + java.net.URLEncoder.encode(text, Charset.forName(charset));

        String seen = post("/search", FORM, body.getBytes(US_ASCII)).text();

        assertThat(seen).isEqualTo(charset + " " + (charset.equals("UTF-16") ? "null" : text));
    }

    @Test
    void valuesOfTheQueryComeBeforeThoseOfTheBody() {
        echo(Bodies::parameters);

        assertThat(post("/search?a=1&b=2&a=3", FORM, "a=4&c=5&a=6".getBytes(US_ASCII))
                        .text())
                .isEqualTo("{a=[1, 3, 4, 6], b=[2], c=[5]}");
    }

    @Test
    void aForwardCarriesTheParameters() {
        host.serve((request, response) -> {
            if (request.getServletPath().equals("/search")) {
                request.getRequestDispatcher("/found?x=0&a=9").forward(request, response);
            } else {
                response.getOutputStream().write(parameters(request));
            }
        });

        assertThat(post("/search?b=1", FORM, "a=4".getBytes(US_ASCII)).text()).isEqualTo("{a=[9, 4], b=[1], x=[0]}");
    }

    @Test
    void theBodyOfAGetIsNotAmongTheParametersAsItIsNotWithoutUs() {
        RawRequest request = RawRequest.of("GET", "/app/search?b=1").body(FORM, "a=4".getBytes(US_ASCII));
        echo(Bodies::parameters);

        host.mode(Mode.NORMAL);
        String without = host.http().send(request).text();
        host.mode(Mode.READ_ONLY);

        assertThat(host.http().send(request).text()).isEqualTo(without).isEqualTo("{b=[1]}");
    }

    @Test
    void aLargePreviewPassesAndALargerOneIsAWrite() {
        echo(request -> ("" + request.getInputStream().readAllBytes().length).getBytes(UTF_8));
        byte[] most = new byte[FormBody.MOST_BYTES];
        Arrays.fill(most, (byte) 'a');

        assertThat(post("/search", FORM, most).text()).isEqualTo("" + most.length);
        assertThat(post("/search", FORM, new byte[FormBody.MOST_BYTES + 1]).status())
                .isEqualTo(503);
    }

    @Test
    void aBodyOfVeryManyParametersIsAWrite() {
        byte[] body = "a&".repeat(FormBody.MOST_PARAMETERS).getBytes(US_ASCII);

        assertThat(post("/search", FORM, body).status()).isEqualTo(503);
        assertThat(post("/search", FORM, Arrays.copyOf(body, 1000)).status()).isEqualTo(200);
    }

    @Test
    void aCompressedFormIsAWriteSinceTheHostMayInflateIt() {
        RawRequest request = RawRequest.of("POST", "/app/search")
                .header("Content-Encoding", "gzip")
                .body(FORM, new byte[] {1, 2, 3});

        assertThat(host.http().send(request).status()).isEqualTo(503);
    }

    @Test
    void whereNothingIsRefusedTheBodyIsLeftAlone() {
        for (Mode mode : List.of(Mode.NORMAL, Mode.ANNOUNCED)) {
            host.mode(mode);
            echo(request -> (request.getCharacterEncoding() + " " + (request instanceof ReplayedRequest) + " "
                            + new String(request.getInputStream().readAllBytes(), UTF_8))
                    .getBytes(UTF_8));

            assertThat(post("/search", FORM, "ok=1&q=2".getBytes(US_ASCII)).text())
                    .isEqualTo("null false ok=1&q=2");
        }
    }
}

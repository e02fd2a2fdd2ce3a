package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** What a client claims to want does not change what caches are told: they keep its answer for others too. */
abstract class ClaimsAtTheWire {
    private static final RawRequest PAGE = RawRequest.get("/app/page");
    private static final String TAG = "\"v1\"";

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(server(), Mode.READ_ONLY, "{}");
        host.serve(ClaimsAtTheWire::conditionally);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static void conditionally(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", TAG);
        response.setHeader("Cache-Control", "public, max-age=86400");
        if (TAG.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().print(GateHost.PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/avif,*/*;q=0.8", "text/css,*/*;q=0.1"})
    void whoNamesOtherTypesGetsThePageThatIsDue(String accept) {
        RawAnswer page = host.http().send(PAGE.header("Accept", accept).header("If-None-Match", TAG));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("migration-banner");
        assertThat(page.all("Cache-Control")).containsExactly("public, max-age=60");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Dest,image",
        "Sec-Fetch-Dest,script",
        "Sec-Fetch-Dest,empty",
        "X-Requested-With,XMLHttpRequest"
    })
    void aPageForSomethingElseThanATabIsKeptForThatAlone(String name, String value) {
        RawRequest request = PAGE.header("Accept", "application/json").header(name, value);
        for (RawRequest each : List.of(request, request.header("If-None-Match", TAG))) {
            RawAnswer answer = host.http().send(each);
            assertThat(answer.all("Cache-Control")).containsExactly("public, max-age=60");
            assertThat(String.join(", ", answer.all("Vary"))).contains(name);
        }
        host.ahead(Mode.NORMAL, "", host.now.plusSeconds(31), Mode.READ_ONLY);
        assertThat(host.http().send(request).all("Cache-Control")).containsExactly("public, max-age=30");
    }

    /** The address of a page is what a proxy says, and another policy allows another banner. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            script-src http://wiki.example.org:* | true
            default-src 'self' https:            | true
            style-src wiki.example.org           | true
            default-src 'self' data:             | false
            img-src https://pictures.example     | false
            default-src *; script-src 'nonce-a'  | false
            """)
    void whatAProxyClaimsCountsWhereAPolicyNamesAddresses(String policy, boolean named) {
        for (boolean meta : new boolean[] {true, false}) {
            host.serve((request, response) -> {
                response.setContentType("text/html;charset=UTF-8");
                if (!meta) {
                    response.setHeader("Content-Security-Policy", policy);
                }
                String stated = "<meta http-equiv=content-security-policy content=\"" + policy + "\">";
                response.getOutputStream().print(meta ? stated + GateHost.PAGE : GateHost.PAGE);
            });
            RawAnswer page = host.http().send(PAGE);
            assertThat(page.text()).contains("migration-banner");
            assertThat(page.all("Vary").contains("X-Forwarded-Host, X-Forwarded-Port, X-Forwarded-Proto, Forwarded"))
                    .as(page.toString())
                    .isEqualTo(named);
        }
    }
}

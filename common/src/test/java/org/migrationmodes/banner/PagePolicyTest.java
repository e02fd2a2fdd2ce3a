package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of http://wiki.example.org/wiki/ may load of ours, by its own policies. */
class PagePolicyTest {
    private static final String FOLDER = "/wiki/.migration/";
    private static final String NOTHING = "---";
    private static final String ALL = "all";

    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @BeforeEach
    void visit() {
        at("http", "wiki.example.org", 80);
    }

    private void at(String scheme, String host, int port) {
        when(request.isSecure()).thenReturn(scheme.equals("https"));
        when(request.getServerName()).thenReturn(host);
        when(request.getServerPort()).thenReturn(port);
    }

    private String allowed() {
        return letters(PagePolicy.of(request, response, FOLDER));
    }

    private static String letters(PagePolicy policy) {
        String letters =
                (policy.stylesheet() ? "s" : "-") + (policy.script() ? "j" : "-") + (policy.polling() ? "p" : "-");
        return letters.equals("sjp") ? ALL : letters;
    }

    private String allowed(String... policies) {
        sets("Content-Security-Policy", policies);
        return allowed();
    }

    private void sets(String header, String... lines) {
        when(response.containsHeader(header)).thenReturn(true);
        when(response.getHeaders(header)).thenReturn(List.of(lines));
    }

    @Test
    void aPageWithoutPoliciesMayLoadAll() {
        assertThat(allowed()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            default-src 'self'                                               | all
            DEFAULT-SRC 'SELF'                                               | all
            default-src *                                                    | all
            default-src http:                                                | all
            default-src 'none'                                               | ---
            default-src                                                      | ---
            default-src https:                                               | ---
            default-src data: blob:                                          | ---
            default-src 'none'; style-src 'self'                             | s--
            default-src 'none'; script-src 'self'                            | -j-
            default-src 'none'; connect-src 'self'                           | ---
            default-src 'none'; script-src 'self'; connect-src 'self'        | -jp
            default-src 'self'; connect-src 'none'                           | sj-
            style-src 'none'; style-src-elem 'self'                          | all
            style-src 'self'; style-src-elem 'none'                          | -jp
            script-src 'none'; script-src-elem 'self'                        | all
            script-src 'self'; script-src-elem 'none'                        | s--
            script-src-attr 'none'; style-src-attr 'none'; img-src 'none'    | all
            script-src 'nonce-abc' 'unsafe-inline'                           | s--
            script-src 'nonce-abc' 'self'                                    | all
            script-src 'self' 'nonce-abc' 'strict-dynamic' https: *          | s--
            default-src 'self' 'nonce-abc' 'strict-dynamic'                  | s--
            style-src 'self' 'nonce-abc'; script-src 'sha256-abc'            | s--
            script-src 'none'; script-src *                                  | s--
            ; ;script-src\t'self' ;;                                         | all
            sandbox                                                          | ---
            sandbox allow-scripts                                            | ---
            sandbox allow-same-origin                                        | s--
            sandbox allow-scripts allow-same-origin                          | all
            frame-ancestors 'none'; upgrade-insecure-requests                | all
            require-trusted-types-for 'script'; trusted-types 'none'         | all
            require-sri-for script style                                     | all
            """)
    void onePolicy(String policy, String allowed) {
        assertThat(allowed(policy)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wiki.example.org                         | all
            WIKI.example.ORG                         | all
            http://wiki.example.org                  | all
            http://wiki.example.org:80               | all
            wiki.example.org:*                       | all
            wiki.example.org:443                     | ---
            wiki.example.org:8080                    | ---
            https://wiki.example.org                 | ---
            *.example.org                            | all
            *.org                                    | all
            http://*                                 | all
            *:80                                     | all
            *.wiki.example.org                       | ---
            example.org                              | ---
            evilwiki.example.org                     | ---
            wiki.example.org.evil.example            | ---
            wiki.example.org/                        | all
            wiki.example.org/wiki/                   | all
            wiki.example.org/wiki                    | ---
            wiki.example.org/Wiki/                   | ---
            wiki.example.org/%77iki/                 | all
            wiki.example.org/%zz/                    | ---
            wiki.example.org/wiki/.migration/banner.js | -j-
            wiki.example.org/other/                  | ---
            ws://wiki.example.org                    | ---
            wss:                                     | ---
            self                                     | ---
            http://                                  | ---
            :80                                      | ---
            wiki.example.org:                        | ---
            wiki.example.org:99999999999             | ---
            """)
    void oneSource(String source, String allowed) {
        assertThat(allowed("default-src " + source)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https:, all",
        "http:, all",
        "https://wiki.example.org, all",
        "http://wiki.example.org, all",
        "http://wiki.example.org:80, all",
        "wiki.example.org:443, all",
        "wiki.example.org:8443, ---"
    })
    void overTls(String source, String allowed) {
        at("https", "wiki.example.org", 443);

        assertThat(allowed("default-src " + source)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1, all",
        "10.0.0.1:8080, 10.0.0.1, ---",
        "[::1]:8080, [::1], ---",
        "localhost, localhost, ---",
        "localhost:8080, localhost, all"
    })
    void byAddressAndPort(String source, String host, String allowed) {
        at("http", host, 8080);

        assertThat(allowed("default-src " + source)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "X-Forwarded-Port", "Forwarded"})
    void aNameThatAProxyHasChangedAllowsNothing(String header) {
        when(request.getHeader(header)).thenReturn("x");

        assertThat(allowed("default-src wiki.example.org http://*")).isEqualTo(NOTHING);
        assertThat(allowed("default-src 'self'")).isEqualTo(ALL);
        assertThat(allowed("default-src *")).isEqualTo(ALL);
    }

    @Test
    void aNameThatAProxyHasKeptIsKnown() {
        at("http", "wiki.example.org", 8080);
        when(request.getHeader("Host")).thenReturn("wiki.example.org:8080");
        when(request.getHeader("X-Forwarded-Host")).thenReturn("Wiki.Example.org:8080");
        when(request.getHeader("X-Forwarded-Port")).thenReturn("8080");

        assertThat(allowed("default-src http://wiki.example.org:8080")).isEqualTo(ALL);

        when(request.getHeader("X-Forwarded-Host")).thenReturn("wiki.example.org:8080, wiki.example.org:8080");
        assertThat(allowed("default-src http://wiki.example.org:8080")).isEqualTo(NOTHING);
    }

    @Test
    void everyPolicyMustAllow() {
        assertThat(allowed("default-src 'self'", "script-src 'none'")).isEqualTo("s--");
        assertThat(allowed("default-src 'self', style-src 'none'")).isEqualTo("-jp");
        assertThat(allowed("style-src 'none', connect-src 'none'", "img-src *")).isEqualTo("-j-");
        assertThat(allowed("", " , ,")).isEqualTo(ALL);
    }

    @Test
    void whatWouldOnlyBeReportedIsLeftOutToo() {
        sets("Content-Security-Policy-Report-Only", "script-src 'none'; sandbox");

        assertThat(allowed()).isEqualTo("s--");
        assertThat(allowed("style-src 'none'")).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Integrity-Policy", "Integrity-Policy-Report-Only"})
    void whatMustBearAHashIsLeftOut(String header) {
        sets(header, "blocked-destinations=(script)");
        assertThat(allowed()).isEqualTo("s--");

        sets(header, "blocked-destinations=(style Script), endpoints=(e)");
        assertThat(allowed()).isEqualTo(NOTHING);
    }

    private String allowedByMetas(String... contents) {
        return letters(PagePolicy.ofMetas(request, List.of(contents), FOLDER));
    }

    @Test
    void policiesInThePageCountTogether() {
        assertThat(allowedByMetas()).isEqualTo(ALL);
        assertThat(allowedByMetas("default-src 'self'")).isEqualTo(ALL);
        assertThat(allowedByMetas("style-src 'none'", "connect-src 'none'")).isEqualTo("-j-");
        assertThat(allowedByMetas("default-src http://wiki.example.org")).isEqualTo(ALL);
        assertThat(allowedByMetas("default-src http://other.example.org")).isEqualTo(NOTHING);
    }

    @Test
    void aSandboxInThePageIsNone() {
        assertThat(allowedByMetas("sandbox; frame-ancestors 'none'; report-uri /x"))
                .isEqualTo(ALL);
    }

    /** HTML, section 4.2.5.3, takes it for one policy, Chromium for a list. */
    @Test
    void aCommaInThePageIsReadInEitherWay() {
        assertThat(allowedByMetas("img-src 'self', style-src 'none'")).isEqualTo("-jp");
        assertThat(allowedByMetas("script-src 'self',img-src a")).isEqualTo("s--");
    }
}

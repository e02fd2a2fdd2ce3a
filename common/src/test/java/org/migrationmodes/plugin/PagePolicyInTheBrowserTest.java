package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.Chromium;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.NeedsChromium;
import org.migrationmodes.testing.TomcatHost;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Whatever the host forbids its pages, the banner is readable, and the browser has nothing to complain of. */
@NeedsChromium
class PagePolicyInTheBrowserTest {
    /** What the browser says of the host's page and policies, with the banner or without. */
    private static final List<String> OF_OTHERS =
            List.of("favicon.ico", "Unrecognized Content-Security-Policy directive", "can escape its sandboxing");

    /** With an editor, so that the script asks for the status at once. */
    private static final String PAGE = "<!DOCTYPE html><html><head><title>page</title></head>"
            + "<body><form method=post><textarea></textarea></form></body></html>";

    private static final String CSP = "Content-Security-Policy: ";
    private static final String REPORT_ONLY = "Content-Security-Policy-Report-Only: ";

    @TempDir
    static Path folder;

    private static Host host;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        var app = PluginApp.make(
                folder,
                "one",
                "{ \"mode\": \"read-only\", \"until\": \"2031-02-26T22:00:00Z\" }",
                StatusRequests.LISTENER,
                "");
        Files.writeString(folder.resolve("app/page.html"), PAGE);
        host = TomcatHost.start(app);
        chromium = Chromium.start(options -> {
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            options.setCapability("goog:loggingPrefs", logs);
            options.addArguments("--lang=en");
        });
    }

    @AfterAll
    static void stop() {
        chromium.close();
        host.close();
    }

    private static String page(String... headers) {
        return host.url("/app/page.html?"
                + Arrays.stream(headers)
                        .map(header -> "header=" + URLEncoder.encode(header, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static List<String> complaints() {
        return chromium.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> OF_OTHERS.stream().noneMatch(message::contains))
                .toList();
    }

    private static boolean is(String expression) {
        return Boolean.TRUE.equals(chromium.driver().executeScript("return " + expression));
    }

    private static boolean isStyled() {
        return is("getComputedStyle(document.querySelector('.migration-banner')).paddingTop === '12px'");
    }

    private static boolean isAlive() {
        return is("!document.querySelector('time').textContent.includes('UTC') ||"
                + " document.querySelector('script[data-migration-active]') !== null");
    }

    /** Opens a page, and waits until the server has heard the script, if it is to hear it. */
    private static void open(String url, boolean asking) {
        StatusRequests.SEEN.set(0);
        complaints();
        chromium.open(url);
        if (asking) {
            await("a look at the status").until(() -> StatusRequests.SEEN.get() > 0);
        }
    }

    /** By the server's count, after all that the page loads. */
    private static boolean hasAsked() {
        return StatusRequests.SEEN.get() > 0;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            img-src *                                                                   | true  | true  | true
            default-src 'none'                                                          | false | false | false
            default-src 'self'                                                          | true  | true  | true
            default-src 'self'; connect-src 'none'                                      | true  | true  | false
            style-src 'self' 'nonce-abc'; script-src 'nonce-abc' 'strict-dynamic' https: | true | false | false
            script-src 'nonce-abc' 'self'; require-trusted-types-for 'script'; trusted-types 'none' | true | true | true
            style-src 'self'; style-src-elem 'none'                                     | false | true  | true
            script-src-elem 'none'                                                      | true  | false | false
            default-src http://localhost:*                                              | true  | true  | true
            default-src http://*:*                                                      | true  | true  | true
            default-src https:                                                          | false | false | false
            default-src 'self', style-src 'none'                                        | false | true  | true
            sandbox                                                                     | false | false | false
            sandbox allow-same-origin                                                   | true  | false | false
            sandbox allow-scripts                                                       | false | false | false
            sandbox allow-scripts allow-same-origin                                     | true  | true  | true
            require-sri-for script style                                                | true  | true  | true
            """)
    void underAPolicyNothingIsReported(String policy, boolean styled, boolean alive, boolean asked) {
        for (String header : new String[] {CSP, REPORT_ONLY}) {
            if (header.equals(REPORT_ONLY) && (policy.startsWith("sandbox") || policy.startsWith("require-sri"))) {
                // no browser knows what to report of these
                continue;
            }
            open(page(header + policy), asked);

            assertThat(chromium.driver()
                            .findElement(By.className("migration-banner"))
                            .getText())
                    .startsWith("This wiki is read-only");
            if (!policy.equals("sandbox") && !policy.equals("sandbox allow-same-origin")) {
                assertThat(isStyled()).as(header + policy).isEqualTo(styled);
                assertThat(isAlive()).as(header + policy).isEqualTo(alive);
                assertThat(hasAsked()).as(header + policy).isEqualTo(asked);
            }
            assertThat(complaints()).as(header + policy).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            img-src *                                                                   | true  | true  | true
            default-src 'none'                                                          | false | false | false
            default-src 'self'                                                          | true  | true  | true
            default-src 'self'; connect-src 'none'                                      | true  | true  | false
            style-src 'self'; script-src 'nonce-x' 'strict-dynamic'                     | true  | false | false
            style-src 'self'                                                            | true  | true  | true
            style-src 'none'; script-src 'self'                                         | false | true  | true
            script-src-elem 'none'                                                      | true  | false | false
            img-src *, style-src 'none'                                                 | false | true  | true
            """)
    void underAPolicyInThePageNothingIsReported(String policy, boolean styled, boolean alive, boolean asked)
            throws IOException {
        for (String meta : new String[] {
            "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">",
            "<META content='" + policy.replace("'", "&#39;") + "' HTTP-EQUIV=content-security-policy />",
        }) {
            // Tomcat remembers files for seconds
            Path file = Files.createTempFile(folder.resolve("app"), "meta", ".html");
            Files.writeString(file, PAGE.replace("<head>", "<head>" + meta));
            open(host.url("/app/" + file.getFileName()), asked);

            assertThat(isStyled()).as(meta).isEqualTo(styled);
            assertThat(isAlive()).as(meta).isEqualTo(alive);
            assertThat(hasAsked()).as(meta).isEqualTo(asked);
            assertThat(complaints()).as(meta).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"require-corp", "credentialless"})
    void onAPageThatIsIsolatedEverythingIsLoaded(String embedder) {
        open(page("Cross-Origin-Embedder-Policy: " + embedder, "Cross-Origin-Opener-Policy: same-origin"), true);

        assertThat(isStyled()).isTrue();
        assertThat(isAlive()).isTrue();
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Integrity-Policy", "Integrity-Policy-Report-Only"})
    void whereOnlyScriptsWithAHashMayRunThereIsNone(String header) {
        open(page(header + ": blocked-destinations=(script)"), false);

        assertThat(isStyled()).isTrue();
        assertThat(isAlive()).isFalse();
        assertThat(complaints()).isEmpty();
    }
}

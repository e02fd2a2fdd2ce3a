package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagAnswer;
import org.migrationmodes.testing.FlagServer;

/** Redirects that are followed; those that are not are in the table of faults. */
@Timeout(60)
class RedirectTest {
    private static final String FLAG = "{\"services\": {\"wiki\": \"closed\"}}";

    private final FlagServer website = new FlagServer();
    private final FlagServer other = new FlagServer();

    @AfterEach
    void close() {
        website.close();
        other.close();
    }

    private Reading ask(TlsSettings tls) {
        return ask(false, tls);
    }

    private Reading ask(boolean allowHttp, TlsSettings tls) {
        RemoteSettings settings =
                new RemoteSettings(URI.create(website.url()), Duration.ofSeconds(15), allowHttp, tls, PublicKeys.NONE);
        try (HttpSource source = new HttpSource(settings, new ManualTimer(Server.START), Dns.SYSTEM, there -> {})) {
            return source.poll(null, Duration.ofSeconds(10)).reading();
        }
    }

    private Reading asRead() {
        return new Reading.Changed(website.url(), FLAG, null);
    }

    private void redirect(String location) {
        website.fail("301 Moved Permanently", "Location: " + location + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void isFollowedToAnotherPort(String status) {
        other.serve(FLAG);
        website.fail(status + " Moved", "Location: " + other.url() + "?a=b#c\r\n");

        assertThat(ask(TlsSettings.NONE)).isEqualTo(asRead());
        assertThat(other.requests().get(0)).startsWith("GET /flag.json?a=b HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"300", "304", "305", "306", "309"})
    void isNoRedirect(String status) {
        other.serve(FLAG);
        website.fail(status + " Whatever", "Location: " + other.url() + "\r\n");

        assertThat(ask(TlsSettings.NONE)).isInstanceOf(Reading.Unavailable.class);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void isFollowedThreeTimesAndRelatively() {
        website.script(request -> {
            String path = request.split(" ", 3)[1];
            return path.endsWith("/3")
                    ? FlagAnswer.of("200 OK", "", FLAG)
                    : FlagAnswer.of(
                            "302 Found",
                            "Location: " + (path.endsWith("n") ? "a/1" : path.endsWith("1") ? "2" : "./3") + "\r\n",
                            "");
        });

        assertThat(ask(TlsSettings.NONE)).isEqualTo(asRead());
        assertThat(website.requests()).hasSize(4);
    }

    @Test
    void isFollowedToAnotherMachineWithoutEncryptionOnlyWhereThatIsAllowed() {
        redirect("http://name.invalid/");

        assertThat(ask(false, TlsSettings.NONE)).asString().contains("which is not encrypted");
        assertThat(ask(true, TlsSettings.NONE)).asString().contains("redirected to http://name.invalid/: ");
    }

    @Test
    void isFollowedToEncryptionAndToAnotherPortOfThePinnedHost(@TempDir Path folder) {
        Certificates certificates = new Certificates("ours");
        HeldCertificate own = certificates.forThisMachine();
        Path ca = Certificates.write(folder.resolve("ca.pem"), certificates.authority.certificatePem());
        other.speakTls(Certificates.shown(own), false).serve(FLAG);
        redirect(other.url());

        assertThat(ask(new TlsSettings(ca, null, null, List.of(Certificates.pin(own)))))
                .isEqualTo(asRead());
        assertThat(ask(new TlsSettings(ca, null, null, List.of(Certificates.pin(certificates.forThisMachine())))))
                .asString()
                .contains("redirected to " + other.url() + ": TLS: none of its keys is in the pins");
    }

    @Test
    void neitherPasswordsNorQueriesAreShown() {
        redirect("https://example.org:1/a?token=hush");
        assertThat(ask(new TlsSettings(
                        null, null, null, List.of("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))))
                .asString()
                .contains("https://example.org:1/a, another host")
                .doesNotContain("hush");

        redirect("ftp://me:hush@example.org/");
        assertThat(ask(TlsSettings.NONE)).asString().contains("no web address").doesNotContain("hush");
    }
}

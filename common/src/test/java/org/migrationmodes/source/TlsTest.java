package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.PublicKeys;
import org.migrationmodes.testing.FlagServer;

/** Whom a server trusts over TLS, and what it shows. */
@Timeout(60)
class TlsTest {
    private static final Certificates OURS = new Certificates("ours");
    private static final Certificates FOREIGN = new Certificates("foreign");
    private static final String FLAG = "{\"services\": {\"wiki\": \"closed\"}}";

    @TempDir
    private Path folder;

    private final FlagServer website = new FlagServer();
    private @Nullable HttpSource source;
    private Path ca;

    @BeforeEach
    void serve() {
        website.serve(FLAG);
        website.speakTls(Certificates.shown(OURS.forThisMachine()), false);
        ca = Certificates.write(folder.resolve("ca.pem"), OURS.authority.certificatePem());
    }

    @AfterEach
    void close() {
        website.close();
        if (source != null) {
            source.close();
        }
    }

    /** Asks as a server with these settings would; the same server at each call. */
    private String ask(TlsSettings tls) {
        HttpSource asking = source;
        if (asking == null) {
            RemoteSettings settings =
                    new RemoteSettings(URI.create(website.url()), Duration.ofSeconds(15), false, tls, PublicKeys.NONE);
            asking = new HttpSource(settings, new ManualTimer(Server.START), Dns.SYSTEM, there -> {});
            source = asking;
        }
        Reading reading = asking.poll(null, Duration.ofSeconds(10)).reading();
        return reading instanceof Reading.Unavailable unavailable
                ? unavailable.reason().replace(website.url() + ": ", "")
                : "read";
    }

    private static TlsSettings trusting(Path ca) {
        return new TlsSettings(ca, null, null, List.of());
    }

    private TlsSettings showing(Path certificate, Path key) {
        return new TlsSettings(ca, certificate, key, List.of());
    }

    private Path file(String name, String... pem) {
        return Certificates.write(folder.resolve(name), pem);
    }

    @Test
    void anAuthorityOfOnesOwnIsTrustedInPlaceOfTheJvms() {
        assertThat(ask(trusting(ca))).isEqualTo("read");
    }

    @Test
    void theJvmsOwnAuthoritiesDoNotKnowOurs() {
        assertThat(ask(TlsSettings.NONE)).startsWith("TLS: its certificate comes from nobody that this server trusts");
    }

    @Test
    void oneOfSeveralAuthoritiesWithTextInBetweenIsEnough() {
        file(
                "ca.pem",
                "# the old one\r",
                FOREIGN.authority.certificatePem().replace("\n", "\r\n"),
                "0: the new one, -----",
                OURS.authority.certificatePem(),
                "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----");

        assertThat(ask(trusting(ca))).isEqualTo("read");
    }

    @Test
    void aSelfSignedCertificateIsItsOwnAuthority() {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        website.speakTls(Certificates.shown(own), false);
        file("ca.pem", own.certificatePem());

        assertThat(ask(trusting(ca))).isEqualTo("read");
    }

    @Test
    void anAuthorityInTheFileDoesNotExcuseAnotherName() {
        website.speakTls(
                Certificates.shown(OURS.from(builder -> builder.addSubjectAlternativeName("127.0.0.2"))), false);

        assertThat(ask(trusting(ca))).isEqualTo("TLS: its certificate is not for 127.0.0.1 but for [127.0.0.2]");
    }

    @Test
    void aFileThatChangesHoldsAtTheNextLook() {
        file("ca.pem", FOREIGN.authority.certificatePem());
        assertThat(ask(trusting(ca))).startsWith("TLS: its certificate ");

        file("ca.pem", OURS.authority.certificatePem());
        assertThat(ask(trusting(ca))).isEqualTo("read");

        file("ca.pem", FOREIGN.authority.certificatePem());
        assertThat(ask(trusting(ca))).startsWith("TLS: its certificate ");
    }

    @Test
    void aFileThatCannotBeUsedIsNamedAndTriedAgain() {
        file("ca.pem", "");
        assertThat(ask(trusting(ca)))
                .isEqualTo("cannot use " + ca + ": there is no whole \"-----BEGIN CERTIFICATE-----\" block in it");

        file("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThat(ask(trusting(ca))).isEqualTo("cannot use " + ca + ": certificate 1 in it cannot be read");

        file("ca.pem", "x".repeat(2_000_000));
        assertThat(ask(trusting(ca))).isEqualTo("cannot read " + ca + ": it is longer than 1 MiB");

        file("ca.pem", OURS.authority.certificatePem());
        assertThat(ask(trusting(ca))).isEqualTo("read");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(ask(trusting(folder))).isEqualTo("cannot read " + folder + ": it is not a file");
    }

    @Test
    void aPinnedKeyMayBeTheAuthoritys() {
        assertThat(ask(new TlsSettings(
                        ca,
                        null,
                        null,
                        List.of(Certificates.pin(FOREIGN.authority), Certificates.pin(OURS.authority)))))
                .isEqualTo("read");
    }

    @Test
    void aPinnedCertificateThatIsShownButStandsInNoChainProvesNothing() {
        HeldCertificate own = OURS.forThisMachine();
        website.speakTls(Certificates.shownWith(own, FOREIGN.authority.certificate()), false);
        assertThat(ask(trusting(ca))).isEqualTo("read");

        close();
        source = null;
        website.reopen();
        assertThat(ask(new TlsSettings(ca, null, null, List.of(Certificates.pin(FOREIGN.authority)))))
                .startsWith("TLS: none of its keys is in the pins; they are " + Certificates.pin(own));
    }

    @Test
    void whatIsEditedHoldsAtOnce() {
        try (Server server = new Server(folder)) {
            server.write("{\"remote\": \"" + website.url() + "\"}").start().second();
            assertThat(server.mode()).isEqualTo(Mode.NORMAL);
            server.write("{\"remote\": {\"url\": \"" + website.url() + "\", \"ca\": \"" + ca + "\"}}")
                    .second();
            assertThat(server.mode()).isEqualTo(Mode.CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aServerShowsItsCertificate(String kind) {
        HeldCertificate own = OURS.from(builder -> kind.equals("RSA") ? builder.rsa2048() : builder.ecdsa256());
        website.speakTls(Certificates.shown(OURS.forThisMachine(), OURS.authority.certificate()), true);
        Path certificate = file("own.pem", own.certificatePem(), OURS.authority.certificatePem());
        Path key = file("own.key", own.privateKeyPkcs8Pem());

        assertThat(ask(showing(certificate, key))).isEqualTo("read");
    }

    @Test
    void aServerWithoutTheCertificateThatIsAskedForHearsNothing() {
        website.speakTls(Certificates.shown(OURS.forThisMachine(), OURS.authority.certificate()), true);

        // The website's alert, or its hanging up: TLS 1.3 leaves open which is heard first.
        assertThat(ask(trusting(ca))).isNotEqualTo("read");
    }

    @Test
    void aRenewedCertificateHoldsAtTheNextLook() {
        HeldCertificate old = FOREIGN.from(builder -> builder);
        HeldCertificate renewed = OURS.from(builder -> builder);
        website.speakTls(Certificates.shown(OURS.forThisMachine(), OURS.authority.certificate()), true);
        Path certificate = file("own.pem", old.certificatePem());
        Path key = file("own.key", old.privateKeyPkcs8Pem());
        assertThat(ask(showing(certificate, key))).isNotEqualTo("read");

        file("own.pem", renewed.certificatePem());
        assertThat(ask(showing(certificate, key)))
                .isEqualTo("cannot use " + key + ": it is not the key of the certificate in " + certificate);

        file("own.key", renewed.privateKeyPkcs8Pem());
        assertThat(ask(showing(certificate, key))).isEqualTo("read");
    }

    @Test
    void aKeyInAnotherFormIsNamedAndNeverTold() {
        HeldCertificate own = OURS.from(HeldCertificate.Builder::rsa2048);
        Path certificate = file("own.pem", own.certificatePem());
        Path key = file("own.key", own.privateKeyPkcs1Pem());
        assertThat(ask(showing(certificate, key)))
                .isEqualTo(
                        "cannot use " + key + ": there is no whole \"-----BEGIN PRIVATE KEY-----\" block in it, but a"
                                + " key in another form; \"openssl pkcs8 -topk8 -nocrypt\" writes this one");

        file("own.key", OURS.from(builder -> builder).privateKeyPkcs8Pem());
        assertThat(ask(showing(certificate, key)))
                .isEqualTo("cannot use " + key + ": it holds no private key of the kind RSA");

        file("own.key", "-----BEGIN PRIVATE KEY-----\nhush\n-----END PRIVATE KEY-----");
        assertThat(ask(showing(certificate, key)))
                .isEqualTo("cannot use " + key + ": it holds no private key of the kind RSA");
    }
}

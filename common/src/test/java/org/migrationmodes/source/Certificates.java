package org.migrationmodes.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import okhttp3.CertificatePinner;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority of our own, and certificates from it. */
final class Certificates {
    final HeldCertificate authority;

    Certificates() {
        authority = new HeldCertificate.Builder()
                .commonName("authority")
                .certificateAuthority(0)
                .build();
    }

    /** A certificate from the authority for 127.0.0.1, which lasts a day. */
    HeldCertificate forThisMachine() {
        return from(builder -> builder.addSubjectAlternativeName("127.0.0.1"));
    }

    HeldCertificate from(UnaryOperator<HeldCertificate.Builder> asked) {
        return asked.apply(new HeldCertificate.Builder().signedBy(authority)).build();
    }

    /** What a server shows, and whose clients it trusts. */
    static SSLContext shown(HeldCertificate own, X509Certificate... trusted) {
        HandshakeCertificates.Builder builder = new HandshakeCertificates.Builder().heldCertificate(own);
        for (X509Certificate one : trusted) {
            builder.addTrustedCertificate(one);
        }
        return builder.build().sslContext();
    }

    static String pin(HeldCertificate certificate) {
        return CertificatePinner.pin(certificate.certificate());
    }

    static Path write(Path file, String... pem) {
        try {
            return Files.writeString(file, String.join("\n", pem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.migrationmodes.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import okhttp3.CertificatePinner;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** An authority of our own, and certificates from it. */
final class Certificates {
    final HeldCertificate authority;

    Certificates(String name) {
        authority = new HeldCertificate.Builder()
                .commonName(name)
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

    /** A server that shows more than what leads to its authority, to look like another. */
    static SSLContext shownWith(HeldCertificate own, X509Certificate more) {
        X509ExtendedKeyManager manager = new X509ExtendedKeyManager() {
            @Override
            public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
                return "own";
            }

            @Override
            public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
                return "own";
            }

            @Override
            public X509Certificate[] getCertificateChain(String alias) {
                return new X509Certificate[] {own.certificate(), more};
            }

            @Override
            public PrivateKey getPrivateKey(String alias) {
                return own.keyPair().getPrivate();
            }

            @Override
            public String[] getServerAliases(String type, Principal[] issuers) {
                return new String[] {"own"};
            }

            @Override
            public String[] getClientAliases(String type, Principal[] issuers) {
                return new String[0];
            }

            @Override
            public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
                return null;
            }
        };
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {manager}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

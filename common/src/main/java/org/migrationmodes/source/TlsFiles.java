package org.migrationmodes.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What the files of some {@link TlsSettings} held at one look. */
final class TlsFiles {
    private static final int MOST_BYTES = 1 << 20;
    private static final char[] NO_PASSWORD = {};
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private final TlsSettings settings;
    private final byte[] ca;
    private final byte[] certificate;
    private final byte[] key;

    /** @throws IOException with the path and the reason */
    TlsFiles(TlsSettings settings) throws IOException {
        this.settings = settings;
        this.ca = read(settings.ca());
        this.certificate = read(settings.certificate());
        this.key = read(settings.key());
    }

    boolean hold(TlsFiles other) {
        return Arrays.equals(ca, other.ca)
                && Arrays.equals(certificate, other.certificate)
                && Arrays.equals(key, other.key);
    }

    /**
     * Makes clients trust and show what the files hold.
     *
     * @throws IOException with the path and the reason
     */
    void applyTo(OkHttpClient.Builder clients) throws IOException {
        X509TrustManager trust = trust();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown(), new X509TrustManager[] {trust}, null);
            clients.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new Explained("this JVM cannot speak TLS: " + e, e);
        }
    }

    private X509TrustManager trust() throws IOException {
        Path from = settings.ca();
        try {
            KeyStore authorities = null;
            if (from != null) {
                authorities = empty();
                for (X509Certificate authority : Pem.certificates(ca)) {
                    authorities.setCertificateEntry("ca-" + authorities.size(), authority);
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw unusable(from, e);
        }
    }

    private KeyManager @Nullable [] shown() throws IOException {
        if (settings.certificate() == null) {
            return null;
        }
        List<X509Certificate> chain;
        try {
            chain = Pem.certificates(certificate);
        } catch (GeneralSecurityException e) {
            throw unusable(settings.certificate(), e);
        }
        try {
            PrivateKey own = Pem.key(key, chain.get(0).getPublicKey().getAlgorithm());
            assertBelongTogether(own, chain.get(0));
            KeyStore store = empty();
            store.setKeyEntry("own", own, NO_PASSWORD, chain.toArray(new X509Certificate[0]));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw unusable(settings.key(), e);
        }
    }

    /** Else the other side would only say that something is wrong. */
    private void assertBelongTogether(PrivateKey own, X509Certificate shown) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(shown.getPublicKey().getAlgorithm());
        if (algorithm == null) {
            return;
        }
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(own);
        signature.update(certificate);
        byte[] signed = signature.sign();
        signature.initVerify(shown.getPublicKey());
        signature.update(certificate);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("it is not the key of the certificate in " + settings.certificate());
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] read(@Nullable Path file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Such as a pipe, which would be waited for.
            throw new Explained("cannot read " + file + ": it is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new Explained("it is longer than 1 MiB");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new Explained("cannot read " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new Explained("cannot read " + file + ": permission denied", e);
        } catch (IOException | SecurityException e) {
            throw new Explained("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static IOException unusable(@Nullable Path file, Exception why) {
        return new Explained(
                "cannot use " + (file == null ? "the JVM's own certificates" : file) + ": " + why.getMessage(), why);
    }
}

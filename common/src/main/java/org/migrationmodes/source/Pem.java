package org.migrationmodes.source;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Certificates and keys as text (RFC 7468). What stands between the blocks is skipped. */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    /** One block: what it says it is, and its bytes in base64. */
    private record Block(String label, String text) {
        byte[] content() throws GeneralSecurityException {
            try {
                return Base64.getMimeDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw new GeneralSecurityException("its \"-----BEGIN " + label + "-----\" block is not base64");
            }
        }
    }

    private Pem() {}

    /** All certificates of a file, at least one. */
    static List<X509Certificate> certificates(byte[] file) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(file)) {
            if (block.label().equals(CERTIFICATE)) {
                try {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
                } catch (CertificateException e) {
                    throw new CertificateException(
                            "certificate " + (certificates.size() + 1) + " in it cannot be read", e);
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("there is no whole \"-----BEGIN CERTIFICATE-----\" block in it");
        }
        return certificates;
    }

    /** The private key of a file; what its bytes are is never told. */
    static PrivateKey key(byte[] file, String algorithm) throws GeneralSecurityException {
        List<Block> blocks = blocks(file);
        for (Block block : blocks) {
            if (block.label().equals(KEY)) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.content()));
                } catch (InvalidKeySpecException e) {
                    // The cause is left out, since it has seen the key.
                    throw new GeneralSecurityException("it holds no private key of the kind " + algorithm);
                }
            }
        }
        boolean other = blocks.stream().anyMatch(block -> block.label().endsWith(KEY));
        throw new GeneralSecurityException("there is no whole \"-----BEGIN PRIVATE KEY-----\" block in it"
                + (other ? ", but a key in another form; \"openssl pkcs8 -topk8 -nocrypt\" writes this one" : ""));
    }

    private static List<Block> blocks(byte[] file) {
        return BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }
}

package org.migrationmodes.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A publisher's pair of keys, and what is signed with it. */
public final class SigningKey {
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int RAW = 32;

    private final PrivateKey privateKey;
    private final byte[] publicInfo;

    private SigningKey(PrivateKey privateKey, byte[] publicInfo) {
        this.privateKey = privateKey;
        this.publicInfo = publicInfo;
    }

    /** A pair that nobody has seen. */
    public static SigningKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The pair of RFC 8037, appendix A.1. */
    public static SigningKey ofRfc8037() {
        byte[] d = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        byte[] x = Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(join(PKCS8, d)));
            return new SigningKey(key, join(HexFormat.of().parseHex("302a300506032b6570032100"), x));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The public key as a JWK says it. */
    public String x() {
        return base64url(Arrays.copyOfRange(publicInfo, publicInfo.length - RAW, publicInfo.length));
    }

    /** The public key as {@code openssl pkey -pubout} prints it. */
    public String pem() {
        return pem("PUBLIC KEY", publicInfo);
    }

    /** The private key as {@code openssl genpkey} writes it. */
    public String privatePem() {
        return pem("PRIVATE KEY", privateKey.getEncoded());
    }

    /** The private key as a JWK says it. */
    public String d() {
        byte[] encoded = privateKey.getEncoded();
        return base64url(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    /** A flag in the flattened JSON form. */
    public String sign(String flag) {
        return sign("{\"alg\":\"EdDSA\"}", flag);
    }

    /** A flag with a protected header of one's own. */
    public String sign(String protectedHeader, String flag) {
        String header = base64url(protectedHeader.getBytes(StandardCharsets.UTF_8));
        String payload = base64url(flag.getBytes(StandardCharsets.UTF_8));
        return "{\"payload\": \"" + payload + "\", \"protected\": \"" + header + "\", \"signature\": \""
                + signature(header + "." + payload) + "\"}";
    }

    /** The signature of a text in base64url. */
    public String signature(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return base64url(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes as a JSON Web Signature holds them. */
    public static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

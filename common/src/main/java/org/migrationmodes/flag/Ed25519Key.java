package org.migrationmodes.flag;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A public key of Ed25519 (RFC 8032).
 *
 * @param kid what its owner calls it
 * @param x its 32 bytes in base64url
 */
record Ed25519Key(@Nullable String kid, String x) {
    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;
    // What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 4).
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P));

    /** Why nothing can be checked with it; null if all is well. */
    @Nullable
    String problem() {
        byte[] bytes = Base64Url.decode(x);
        if (bytes == null || bytes.length != LENGTH) {
            return "is not 32 bytes in base64url without padding";
        }
        try {
            verifier(bytes);
        } catch (NoSuchAlgorithmException e) {
            return "cannot be used, since this Java has no Ed25519; its module jdk.crypto.ec may be missing";
        } catch (GeneralSecurityException e) {
            return "is no public key of Ed25519: there is no such point on the curve";
        }
        return hasSmallOrder(bytes) ? "is no key, since anybody could sign for it: its point has a small order" : null;
    }

    /** Whether its owner signed the message. */
    boolean made(byte[] signature, byte[] message) {
        byte[] bytes = Base64Url.decode(x);
        if (bytes == null) {
            return false;
        }
        try {
            Signature verifier = verifier(bytes);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature verifier(byte[] bytes) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, SPKI.length, bytes.length);
        Signature verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        return verifier;
    }

    /** The points whose order divides 8 are those where y (y² - 1) (d y⁴ + 2 y² - 1) = 0; a key of zeros is one. */
    private static boolean hasSmallOrder(byte[] bytes) {
        byte[] bigEndian = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bigEndian[i] = bytes[LENGTH - 1 - i];
        }
        // The highest bit is the sign of x.
        BigInteger y = new BigInteger(1, bigEndian).clearBit(255);
        BigInteger square = y.multiply(y);
        BigInteger ofOrder8 =
                D.multiply(square).multiply(square).add(square.shiftLeft(1)).subtract(BigInteger.ONE);
        return y.multiply(square.subtract(BigInteger.ONE))
                .multiply(ofOrder8)
                .mod(P)
                .equals(BigInteger.ZERO);
    }
}

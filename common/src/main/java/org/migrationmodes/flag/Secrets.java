package org.migrationmodes.flag;

import java.util.regex.Pattern;

/** Tells what must not get into a log, however it came into a document. */
final class Secrets {
    // A PEM armour, what stands before the bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7), and a JWK's "d".
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("PRIVATE KEY|BQYDK2VwBCIE|\\bd[\"'”]?\\s*:\\s*[\"'“”]?[A-Za-z0-9_-]{16}");

    private Secrets() {}

    /** Whether a piece of a document shows a private key. */
    static boolean hasPrivateKey(String text) {
        return PRIVATE_KEY.matcher(text).find();
    }
}

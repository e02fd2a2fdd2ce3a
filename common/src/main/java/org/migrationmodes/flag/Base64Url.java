package org.migrationmodes.flag;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Base64url as JSON Web Signatures write it: without padding, white space or line breaks (RFC 7515, section 2). */
final class Base64Url {
    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_-]*");

    private Base64Url() {}

    /** The bytes; null for anything that an encoder would not have written, so that no two texts mean the same. */
    static byte @Nullable [] decode(String text) {
        if (!ALPHABET.matcher(text).matches()) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Reads a value, or says that it is something else. */
    static byte[] read(Value value) throws InvalidDocument {
        byte[] bytes = decode(value.text());
        if (bytes == null) {
            throw value.invalid("is not base64url without padding");
        }
        return bytes;
    }

    private static String encode(byte[] bytes) {
        byte[] ascii = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        return new String(ascii, StandardCharsets.US_ASCII);
    }
}

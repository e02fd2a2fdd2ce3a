package org.migrationmodes.flag;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The signature around a published flag: a JSON Web Signature in the flattened JSON form (RFC 7515, section 7.2.2), made
 * with Ed25519 (RFC 8037).
 */
public final class FlagSignature {
    private static final Pattern COMPACT = Pattern.compile("\\s*[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\s*");
    private static final String EXPECTED = "while the flattened JSON form is expected, as in"
            + " { \"payload\": …, \"protected\": …, \"signature\": … }";
    private static final int LENGTH = 64;

    private FlagSignature() {}

    /**
     * A published flag without its signature.
     *
     * @param section the flag's outermost object, of which nothing was asked yet
     * @param isSigned whether there was a signature
     * @param warnings what is odd in how it was signed, but no reason to refuse it
     */
    public record Opened(Section section, boolean isSigned, List<String> warnings) {}

    /**
     * Takes a flag out of its signature, once that is checked. Where no key is named the signature is not checked, so that
     * one publisher can serve servers with and without keys.
     *
     * @param text what was published, signed or not
     * @param keys who may have signed it
     * @return the flag, not read yet
     * @throws InvalidDocument if it is signed in another way, or by another key, or not at all although a key is named; or
     *     if it is no JSON object
     */
    public static Opened open(String text, PublicKeys keys) throws InvalidDocument {
        if (COMPACT.matcher(text).matches()) {
            throw new InvalidDocument("", "signed in the compact form, " + EXPECTED);
        }
        Section root = Section.parse(text);
        // Looked at without asking for them, so that in an unsigned flag they are unknown keys.
        List<String> present = root.keys();
        if (present.contains("payload") && present.contains("signatures")) {
            throw new InvalidDocument("signatures", "signed in the general form, " + EXPECTED);
        }
        if (present.contains("payload") && present.contains("signature")) {
            return opened(root, keys);
        }
        if (!keys.isEmpty()) {
            throw new InvalidDocument("", "unsigned, while " + keys.place() + " asks for a signed flag");
        }
        return new Opened(root, false, List.of());
    }

    private static Opened opened(Section root, PublicKeys keys) throws InvalidDocument {
        Value payload = root.required("payload");
        Value protectedHeader = root.value("protected");
        Value signature = root.required("signature");
        if (protectedHeader == null) {
            throw new InvalidDocument(
                    "protected", "missing; only what stands in this header is signed, as alg must be");
        }
        JwsHeader header = JwsHeader.read(protectedHeader, root.value("header"));
        byte[] flag = Base64Url.read(payload);
        byte[] made = Base64Url.read(signature);
        if (made.length != LENGTH) {
            throw new InvalidDocument("signature", made.length + " bytes, while one of Ed25519 has " + LENGTH);
        }
        List<String> warnings = new ArrayList<>();
        // RFC 7515, section 5.2: signed is what stands there, not what it means.
        byte[] message = (protectedHeader.text() + "." + payload.text()).getBytes(StandardCharsets.US_ASCII);
        if (keys.isEmpty()) {
            warnings.add("signed, but this server has no publicKeys to check it with");
        } else if (!keys.made(made, message, header.kid())) {
            throw new InvalidDocument("signature", "no configured public key made it");
        }
        warnings.addAll(root.unknownKeys());
        return new Opened(flag(payload, flag), true, List.copyOf(warnings));
    }

    private static Section flag(Value payload, byte[] flag) throws InvalidDocument {
        String text = utf8(payload, flag);
        try {
            return Section.parse(text);
        } catch (InvalidDocument e) {
            throw new InvalidDocument(payload.place(), e.getMessage());
        }
    }

    static String utf8(Value value, byte[] bytes) throws InvalidDocument {
        try {
            return JsonText.decode(bytes);
        } catch (InvalidDocument e) {
            throw new InvalidDocument(value.place(), e.getMessage());
        }
    }
}

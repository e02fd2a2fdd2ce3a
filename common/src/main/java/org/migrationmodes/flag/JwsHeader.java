package org.migrationmodes.flag;

import org.jspecify.annotations.Nullable;

/**
 * The two headers of a JSON Web Signature (RFC 7515, section 4), once it is clear that they ask for nothing but Ed25519.
 * Keys and addresses of keys that they hold are not looked at: anybody could have put them there.
 *
 * @param kid the signer's name for the key
 */
record JwsHeader(@Nullable String kid) {
    /** Reads the protected header, and the unprotected one if there is one. */
    static JwsHeader read(Value protectedHeader, @Nullable Value unprotected) throws InvalidDocument {
        Section signed = Section.parse("protected", text(protectedHeader));
        for (String key : signed.keys()) {
            Value value = signed.required(key);
            switch (key) {
                // RFC 7515, section 4.1.11: who does not understand what is critical must refuse.
                case "crit" -> throw value.invalid("says what must be understood, and is not");
                // RFC 7797, section 6: the payload would not be encoded.
                case "b64" -> {
                    if (!value.isBoolean() || !value.truth()) {
                        throw value.invalid("is not supported; the payload must be base64url");
                    }
                }
                default -> {}
            }
        }
        Value kid = signed.value("kid");
        if (unprotected != null) {
            Section open = unprotected.object();
            for (String key : open.keys()) {
                Value value = open.required(key);
                // RFC 7515, section 7.2.1: the names must be disjoint.
                if (signed.value(key) != null) {
                    throw value.invalid("stands in the protected header too");
                }
                if (key.equals("crit") || key.equals("b64")) {
                    throw value.invalid("may stand in the protected header only");
                }
            }
            kid = kid == null ? open.value("kid") : kid;
        }
        Value alg = signed.required("alg");
        if (!PublicKeyReader.ALGORITHMS.contains(alg.text())) {
            throw alg.invalid("is not accepted; flags are signed with \"EdDSA\" or, by its newer name, \"Ed25519\"");
        }
        return new JwsHeader(kid == null ? null : kid.text());
    }

    private static String text(Value header) throws InvalidDocument {
        return FlagSignature.utf8(header, Base64Url.read(header));
    }
}

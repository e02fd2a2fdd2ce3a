package org.migrationmodes.flag;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one public key in the forms in which people have them at hand. */
final class PublicKeyReader {
    /** The values of {@code alg} that mean Ed25519: RFC 8037, section 3.1, and RFC 9864, section 2.2. */
    static final Set<String> ALGORITHMS = Set.of("EdDSA", "Ed25519");

    private static final Pattern RAW = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SUBJECT_PUBLIC_KEY_INFO = Pattern.compile("\\s*(?:-----BEGIN PUBLIC KEY-----\\s*)?"
            + "MCowBQYDK2VwAyEA([A-Za-z0-9+/]{43})=\\s*(?:-----END PUBLIC KEY-----\\s*)?");
    private static final int SHORTER_THAN_ANY_KEY = 40;
    private static final String FORMS = "is no public key of Ed25519: neither what \"openssl pkey -pubout\" prints for"
            + " one, nor a JWK, nor the 43 characters of a JWK's x";
    private static final String PRIVATE =
            "holds a private key, which is for the publisher alone; make a new pair, since"
                    + " this one was seen, and name the public key here";
    // Private keys have the same length, so a value that fails is not shown.
    private static final String HIDDEN = "what stands there ";

    private PublicKeyReader() {}

    static Ed25519Key read(Value value) throws InvalidDocument {
        if (value.isObject()) {
            return jwk(value.object());
        }
        if (!value.isText()) {
            throw value.invalid(FORMS);
        }
        String text = value.text();
        if (Secrets.hasPrivateKey(text)) {
            throw new InvalidDocument(value.place(), PRIVATE);
        }
        if (RAW.matcher(text).matches()) {
            return checked(value.place(), new Ed25519Key(null, text));
        }
        Matcher info = SUBJECT_PUBLIC_KEY_INFO.matcher(text);
        if (info.matches()) {
            String x = info.group(1).replace('+', '-').replace('/', '_');
            return checked(value.place(), new Ed25519Key(null, x));
        }
        boolean harmless =
                text.length() < SHORTER_THAN_ANY_KEY || text.contains("PUBLIC KEY") || text.startsWith("ssh-");
        throw harmless ? value.invalid(FORMS) : new InvalidDocument(value.place(), HIDDEN + FORMS);
    }

    /** A JSON Web Key (RFC 7517), of the kind that RFC 8037 describes in section 2. */
    private static Ed25519Key jwk(Section jwk) throws InvalidDocument {
        if (jwk.value("d") != null) {
            throw jwk.invalid(PRIVATE);
        }
        expect(jwk.required("kty"), Set.of("OKP"));
        expect(jwk.required("crv"), Set.of("Ed25519"));
        expectIfThere(jwk.value("alg"), ALGORITHMS);
        expectIfThere(jwk.value("use"), Set.of("sig"));
        Value kid = jwk.value("kid");
        Value x = jwk.required("x");
        return checked(x.place(), new Ed25519Key(kid == null ? null : kid.text(), x.text()));
    }

    private static void expectIfThere(@Nullable Value value, Set<String> expected) throws InvalidDocument {
        if (value != null) {
            expect(value, expected);
        }
    }

    private static void expect(Value value, Set<String> expected) throws InvalidDocument {
        if (!expected.contains(value.text())) {
            throw value.invalid("does not belong to a key that signs with Ed25519; expected is "
                    + String.join(" or ", expected.stream().sorted().toList()));
        }
    }

    private static Ed25519Key checked(String place, Ed25519Key key) throws InvalidDocument {
        String problem = key.problem();
        if (problem != null) {
            throw new InvalidDocument(place, HIDDEN + problem);
        }
        return key;
    }
}

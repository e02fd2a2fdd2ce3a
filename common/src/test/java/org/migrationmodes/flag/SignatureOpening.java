package org.migrationmodes.flag;

import java.util.List;
import org.migrationmodes.testing.SigningKey;

/** Opens a signed flag, and says what it means. */
abstract class SignatureOpening {
    static final SigningKey KEY = SigningKey.ofRfc8037();
    static final String FLAG = "{\"epoch\": 7, \"services\": {\"wiki\": \"normal\"}}";

    static PublicKeys keys(String json) throws InvalidDocument {
        return PublicKeys.read(Section.parse("{\"publicKeys\": " + json + "}"));
    }

    static PublicKeys keys(SigningKey... keys) throws InvalidDocument {
        return keys(List.of(keys).stream()
                .map(key -> "\"" + key.x() + "\"")
                .toList()
                .toString());
    }

    static String open(String text) throws InvalidDocument {
        return meaning(FlagSignature.open(text, keys(KEY)));
    }

    static String meaning(FlagSignature.Opened opened) throws InvalidDocument {
        return meaning(opened.section());
    }

    static String meaning(Section flag) throws InvalidDocument {
        FlagDocument document = FlagJson.published(flag);
        return document.epoch() + " " + document.of("wiki", null).phases() + " " + flag.unknownKeys();
    }

    static String meaning() throws InvalidDocument {
        return meaning(Section.parse(FLAG));
    }

    static String part(String text, String name) throws InvalidDocument {
        return Section.parse(text).required(name).text();
    }
}

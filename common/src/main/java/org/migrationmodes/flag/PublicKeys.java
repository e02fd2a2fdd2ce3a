package org.migrationmodes.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose flags are obeyed: any of some public keys of Ed25519 must have signed them. Without a key none has to.
 *
 * @param place the setting that names them, for error messages
 * @param keys one key, or some while one takes over from another; must not change any more
 */
public record PublicKeys(String place, List<Ed25519Key> keys) {
    /** No key: a flag may be unsigned. */
    public static final PublicKeys NONE = new PublicKeys("", List.of());

    private static final String SETTING = "publicKeys";
    private static final Pattern MISSPELT = Pattern.compile("(?i).*public.*|keys");

    /**
     * Reads the setting {@code publicKeys}: a key or a list of keys; a key is what {@code openssl pkey -pubout} prints, a
     * JWK, or a JWK's {@code x}.
     *
     * @param section what is followed, and how
     * @return {@link #NONE} only if the setting is missing
     * @throws InvalidDocument if it is something else, a private key or an empty list, or seems to be misspelt
     */
    public static PublicKeys read(Section section) throws InvalidDocument {
        Value setting = section.value(SETTING);
        for (String key : section.keys()) {
            // Going on without the check would trust documents that this admin wants refused.
            if (!key.equals(SETTING) && MISSPELT.matcher(key).matches()) {
                throw section.required(key)
                        .invalid("belongs to a key that nobody knows; did you mean " + SETTING + "?");
            }
        }
        return setting == null ? NONE : read(setting);
    }

    private static PublicKeys read(Value setting) throws InvalidDocument {
        if (setting.isText() || setting.isObject()) {
            return new PublicKeys(setting.place(), List.of(PublicKeyReader.read(setting)));
        }
        List<Ed25519Key> keys = new ArrayList<>();
        for (Value value : setting.list()) {
            keys.add(PublicKeyReader.read(value));
        }
        if (keys.isEmpty()) {
            throw setting.invalid("names no key; leave it out to follow unsigned flags");
        }
        return new PublicKeys(setting.place(), List.copyOf(keys));
    }

    /**
     * Whether unsigned flags are obeyed.
     *
     * @return true if no key is named
     */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether the owner of one of the keys signed the message: of the one with this {@code kid}, if there is such a one. */
    boolean made(byte[] signature, byte[] message, @Nullable String kid) {
        List<Ed25519Key> named = keys.stream()
                .filter(key -> kid != null && kid.equals(key.kid()))
                .toList();
        return (named.isEmpty() ? keys : named).stream().anyMatch(key -> key.made(signature, message));
    }
}

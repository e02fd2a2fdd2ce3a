package org.migrationmodes.banner;

import java.nio.charset.StandardCharsets;

/** A part of a page: text, or bytes that stray in whatever the charset is. */
record Fragment(String content, boolean stray) {
    static Fragment text(String text) {
        return new Fragment(text, false);
    }

    static Fragment bytes(byte[] bytes) {
        return new Fragment(new String(bytes, StandardCharsets.ISO_8859_1), true);
    }
}

package org.migrationmodes.banner;

/** How a page's bytes spell its tags. */
enum PageEncoding {
    /** A byte a character, for all characters that are syntax. */
    ASCII,
    /** So far as is known; only {@code <meta charset>} could say that it is ISO-2022-JP. */
    UNDECLARED,
    ISO_2022_JP,
    UTF_16LE,
    UTF_16BE,
    /** Any other: such a page is left alone. */
    OTHER;

    boolean isWide() {
        return this == UTF_16LE || this == UTF_16BE;
    }

    boolean hasEscapes() {
        return this == ISO_2022_JP || this == UNDECLARED;
    }

    byte[] encode(byte[] ascii) {
        if (!isWide()) {
            return ascii;
        }
        byte[] wide = new byte[2 * ascii.length];
        for (int i = 0; i < ascii.length; i++) {
            wide[2 * i + (this == UTF_16BE ? 1 : 0)] = ascii[i];
        }
        return wide;
    }
}

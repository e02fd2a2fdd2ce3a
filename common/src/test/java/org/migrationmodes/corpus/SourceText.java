package org.migrationmodes.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * A file as characters that make the same bytes again: by its mark, as UTF-8 if it is such, else a character a byte.
 *
 * @param text with the mark, if there is one
 * @param charset makes the bytes
 */
record SourceText(String text, Charset charset) {

    static SourceText of(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        List<Charset> tried = List.of(mark == 0xfeff ? UTF_16BE : mark == 0xfffe ? UTF_16LE : UTF_8);
        for (Charset charset : tried) {
            String text = new String(bytes, charset);
            if (Arrays.equals(text.getBytes(charset), bytes)) {
                return new SourceText(text, charset);
            }
        }
        return new SourceText(new String(bytes, ISO_8859_1), ISO_8859_1);
    }

    /** Where a character's bytes begin. */
    int byteOffset(int character) {
        return text.substring(0, character).getBytes(charset).length;
    }
}

package org.migrationmodes.banner;

/**
 * Reads a page's bytes as the code units that its tags are written in, as a browser would: a byte order mark beats what
 * the headers say (HTML standard 13.2.3.2, Encoding standard section 6). No {@code <meta charset>} asks for another
 * reading but that of ISO-2022-JP, which is told by its escape sequences.
 */
final class CodeUnits {

    /** No code unit is complete. */
    static final int NONE = -1;

    static final int BOM = 0xfeff;

    private static final int[] BOM_IN_UTF_8 = {0xef, 0xbb, 0xbf};
    private static final int NO_CHARACTER = 0xffff;

    private final Iso2022Jp escapes = new Iso2022Jp();
    private PageEncoding encoding;
    private boolean sniffing = true;
    private int count;
    private int mark;
    private int half = NONE;

    CodeUnits(PageEncoding declared) {
        encoding = declared;
    }

    /** Whether any byte is a code unit of its own, but for {@link Iso2022Jp#ESCAPE}, so that some may be skipped. */
    boolean isBytewise() {
        return !sniffing && !encoding.isWide() && (!encoding.hasEscapes() || escapes.isSingleByte());
    }

    /** Whether {@link Iso2022Jp#ESCAPE} is more than a character. */
    boolean hasEscapes() {
        return encoding.hasEscapes();
    }

    boolean isWide() {
        return encoding.isWide();
    }

    /** The page may begin with a tag, which is no mark. */
    void begin(byte first) {
        sniffing &= count > 0 || first != '<';
    }

    /** The page begins with characters, which may not be a mark. */
    void readsCharacters() {
        sniffing = false;
    }

    /** Takes a byte and returns the code unit that it completes, or {@link #NONE}. */
    int next(int b) {
        if (sniffing) {
            return sniff(b);
        }
        if (encoding.isWide()) {
            return wide(b);
        }
        return encoding.hasEscapes() ? escapes.next(b) : b;
    }

    /** Whether ASCII means ASCII at this place. */
    boolean takesAscii() {
        return !encoding.hasEscapes() || escapes.isAscii();
    }

    /** ASCII in the page's encoding. */
    byte[] encode(byte[] ascii) {
        return encoding.encode(ascii);
    }

    /** A page that begins like a mark and with none does not begin with a tag. */
    private int sniff(int b) {
        if (count == 0) {
            mark = b;
            // where bytes are characters, a mark in UTF-8 is white space like one further on
            if (b == 0xfe || b == 0xff || (b == BOM_IN_UTF_8[0] && encoding.isWide())) {
                count = 1;
                return NONE;
            }
            sniffing = false;
            return next(b);
        }
        if (mark == BOM_IN_UTF_8[0]) {
            boolean on = b == BOM_IN_UTF_8[count++];
            sniffing = on && count < BOM_IN_UTF_8.length;
            encoding = PageEncoding.ASCII;
            return sniffing ? NONE : on ? BOM : NO_CHARACTER;
        }
        sniffing = false;
        encoding = mark == 0xfe ? PageEncoding.UTF_16BE : PageEncoding.UTF_16LE;
        return mark + b == 0xfe + 0xff ? BOM : NO_CHARACTER;
    }

    private int wide(int b) {
        if (half == NONE) {
            half = b;
            return NONE;
        }
        int unit = encoding == PageEncoding.UTF_16BE ? half << 8 | b : b << 8 | half;
        half = NONE;
        return unit;
    }
}

package org.migrationmodes.banner;

/**
 * The escape sequences of ISO-2022-JP (Encoding standard 12.2), between which bytes that look like tags are halves of
 * characters.
 */
final class Iso2022Jp {

    static final int ESCAPE = 0x1b;

    /** What stands for characters that are no syntax. */
    private static final int OTHER = 0xfffd;

    private static final int ASCII = '(' << 8 | 'B';
    private static final int ROMAN = '(' << 8 | 'J';
    private static final int KATAKANA = '(' << 8 | 'I';
    private static final int JIS_1978 = '$' << 8 | '@';
    private static final int JIS_1983 = '$' << 8 | 'B';

    private int mode = ASCII;
    private int sequence;
    private boolean escaping;

    boolean isAscii() {
        return mode == ASCII;
    }

    /** Roman is ASCII but for two characters. */
    boolean isSingleByte() {
        return (mode == ASCII || mode == ROMAN) && !escaping;
    }

    /** Takes a byte and returns its code unit, or {@link CodeUnits#NONE}. */
    int next(int b) {
        if (b == ESCAPE) {
            escaping = true;
            sequence = 0;
            return OTHER;
        }
        if (escaping) {
            if (sequence == 0 && (b == '(' || b == '$')) {
                sequence = b;
                return CodeUnits.NONE;
            }
            escaping = false;
            if (isKnown(sequence << 8 | b)) {
                mode = sequence << 8 | b;
                return CodeUnits.NONE;
            }
        }
        return isSingleByte() ? b : OTHER;
    }

    private static boolean isKnown(int sequence) {
        return switch (sequence) {
            case ASCII, ROMAN, KATAKANA, JIS_1978, JIS_1983 -> true;
            default -> false;
        };
    }
}

package org.migrationmodes.banner;

/**
 * A tag's name as a number, so that names can be gathered and compared without allocating: five bits a letter, case
 * folded in ASCII. Names longer than twelve units, or of anything but letters, are all {@link #OTHER}.
 */
final class TagName {

    static final long NONE = 0;
    static final long OTHER = -1;

    private static final int BITS = 5;
    private static final long FULL = 1L << (11 * BITS);

    private TagName() {}

    static long of(String name) {
        long packed = NONE;
        for (int i = 0; i < name.length(); i++) {
            packed = append(packed, name.charAt(i));
        }
        return packed;
    }

    static long append(long name, int unit) {
        if (name < NONE || name >= FULL || !isLetter(unit)) {
            return OTHER;
        }
        return name << BITS | (unit & 0x1f);
    }

    static boolean isLetter(int unit) {
        int lower = unit | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isUpperCase(int unit) {
        return unit >= 'A' && unit <= 'Z';
    }

    /** White space, / and >: what ends a name in every tokenizer state that reads one. */
    static boolean isEnd(int unit) {
        return unit == '>' || unit == '/' || isSpace(unit);
    }

    static boolean isSpace(int unit) {
        return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f';
    }
}

package org.migrationmodes.banner;

import java.util.Arrays;

/**
 * A tag's name as a number, so that names can be gathered and compared without allocating: a digit to the base of 27 a
 * letter, case folded in ASCII. Names longer than thirteen units, or of anything but letters, are all {@link #OTHER}.
 */
final class TagName {

    static final long NONE = 0;
    static final long OTHER = -1;

    private static final int BASE = 27;
    /** 27 to the power of 12, more than any name of twelve letters and less than any of thirteen. */
    private static final long FULL = 150_094_635_296_999_121L;

    private TagName() {}

    static long of(String name) {
        long packed = NONE;
        for (int i = 0; i < name.length(); i++) {
            packed = append(packed, name.charAt(i));
        }
        return packed;
    }

    /** Names to search among. */
    static long[] sorted(String... names) {
        return Arrays.stream(names).mapToLong(TagName::of).sorted().toArray();
    }

    static long append(long name, int unit) {
        if (name < NONE || name >= FULL || !isLetter(unit)) {
            return OTHER;
        }
        return name * BASE + (unit & 0x1f);
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

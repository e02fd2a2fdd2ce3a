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

    /** How many of eight bytes are letters before the first that is none; 0 if all are. */
    static int letters(long eight) {
        long lower = (eight | (ByteSearch.ONES * 0x20)) & ~ByteSearch.HIGHS;
        long fromA = lower + ByteSearch.ONES * (0x80 - 'a');
        long behindZ = lower + ByteSearch.ONES * (0x7f - 'z');
        long others = (eight | ~fromA | behindZ) & ByteSearch.HIGHS;
        return others == 0 ? 0 : Long.numberOfTrailingZeros(others) >> 3;
    }

    /**
     * The name that so many letters spell, as {@link #append} would make it of them.
     *
     * @param eight the first of them its lowest byte
     * @param count 1 to 7
     */
    static long of(long eight, int count) {
        long digits = (Long.reverseBytes(eight) >>> (Long.SIZE - Byte.SIZE * count)) & (ByteSearch.ONES * 0x1f);
        long pairs = (digits & 0x00ff00ff00ff00ffL) + BASE * ((digits >>> 8) & 0x00ff00ff00ff00ffL);
        long fours = (pairs & 0x0000ffff0000ffffL) + BASE * BASE * ((pairs >>> 16) & 0x0000ffff0000ffffL);
        return (fours & 0xffffffffL) + (long) BASE * BASE * BASE * BASE * (fours >>> 32);
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

package org.migrationmodes.banner;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for a byte, eight at a time. */
final class ByteSearch {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;

    private ByteSearch() {}

    /**
     * Finds the first of a byte.
     *
     * @param wanted 0 to 0x7f
     * @return its index; the end if there is none before it
     */
    static int indexOf(byte[] bytes, int from, int end, int wanted) {
        long pattern = ONES * wanted;
        int i = from;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long zeros = zeros(eight(bytes, i) ^ pattern);
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
        }
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** Eight bytes as a number, the first of them its lowest. */
    static long eight(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** Has the highest bit set in the first byte that is 0 of these eight, in none before it, and in any behind it. */
    static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGHS;
    }
}

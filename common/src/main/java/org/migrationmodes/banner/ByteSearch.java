package org.migrationmodes.banner;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for a byte, eight at a time. */
final class ByteSearch {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

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
            long differences = (long) LONGS.get(bytes, i) ^ pattern;
            // the lowest bit that this leaves is that of the first byte that is 0, whatever it says of those behind it
            long zeros = (differences - ONES) & ~differences & HIGHS;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
        }
        while (i < end && bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}

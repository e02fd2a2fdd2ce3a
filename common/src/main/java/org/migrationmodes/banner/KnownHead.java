package org.migrationmodes.banner;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The head of a page, from its first tag to behind its body tag. What a reader makes of bytes hangs on its state alone: one
 * that is in the state that this head was read in, and has the same bytes before it, comes out in the same state as this
 * head's reader did. Immutable.
 */
final class KnownHead {
    private final byte[] bytes;
    /** Where a reader of this head was {@link BannerInjector#isPlain plain} before a {@code <}; at last the end. */
    private final int[] marks;

    private KnownHead(byte[] bytes, int[] marks) {
        this.bytes = bytes;
        this.marks = marks;
    }

    /**
     * Reads a head from mark to mark.
     *
     * @param page a character in each byte, all that are not ASCII above it
     * @return null if it has no body tag at its end, or states a policy, which each page has to be asked for
     */
    static @Nullable KnownHead read(byte[] page) {
        BannerInjector reader = new BannerInjector(false, PageEncoding.ASCII, page.length);
        int first = ByteSearch.indexOf(page, 0, page.length, '<');
        int[] marks = new int[page.length - first + 1];
        int count = 0;
        int from = 0;
        for (int at = first; at < page.length; at = ByteSearch.indexOf(page, at + 1, page.length, '<')) {
            reader.scan(page, from, at - from);
            from = at;
            if (at == first || reader.isPlain()) {
                marks[count++] = at - first;
            }
        }
        if (reader.scan(page, from, page.length - from) != page.length || !reader.statesNothing()) {
            return null;
        }
        marks[count++] = page.length - first;
        return new KnownHead(Arrays.copyOfRange(page, first, page.length), Arrays.copyOf(marks, count));
    }

    /** One page's way along this head. */
    final class Trail {
        private int mark;
        private int followed;

        /**
         * Goes on as long as the page goes on as this head does. Where it does not, the page's next tag is taken to stand
         * for that of this head.
         *
         * @param page has {@code <} at {@code from}, before which its reader is plain
         * @return the last mark of the page that is reached, where its reader is plain again
         */
        int follow(byte[] page, int from, int to) {
            if (mark >= marks.length - 1) {
                return from;
            }
            int start = marks[mark];
            int differing = Arrays.mismatch(bytes, start, bytes.length, page, from, to);
            int same = differing < 0 ? bytes.length : start + differing;
            int reached = Arrays.binarySearch(marks, mark, marks.length, same);
            int last = reached < 0 ? -reached - 2 : reached;
            mark = last > mark ? last : mark + 1;
            int length = marks[last] - start;
            followed += length;
            return from + length;
        }

        /** Whether what was followed last ends with the body tag. */
        boolean isBehindBody() {
            return mark == marks.length - 1;
        }

        /** How many bytes were not read. */
        int followed() {
            return followed;
        }
    }
}

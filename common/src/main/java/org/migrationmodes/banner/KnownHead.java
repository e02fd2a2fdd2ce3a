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
        // all of it, wherever its body was opened: a page's own reader has come so far
        BannerInjector reader = new BannerInjector(false, PageEncoding.ASCII, BannerInjector.LATE * page.length);
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
         * for that of this head, or to be one more or less.
         *
         * @param page has {@code <} at {@code from}, before which its reader is plain
         * @return the last mark of the page that is reached, where its reader is plain again
         */
        int follow(byte[] page, int from, int to) {
            int here = same(mark, page, from, to);
            int behind = advance(mark, here, from);
            if (behind > from || here == to - from) {
                return behind;
            }
            int expected = mark;
            behind = advance(expected + 1, same(expected + 1, page, from, to), from);
            if (behind == from) {
                behind = advance(expected - 1, same(expected - 1, page, from, to), from);
            }
            if (behind == from) {
                mark = Math.min(expected + 1, marks.length - 1);
            }
            return behind;
        }

        /** How many bytes from a mark on are those of the page. */
        private int same(int at, byte[] page, int from, int to) {
            if (at < 0 || at >= marks.length - 1) {
                return 0;
            }
            int differing = Arrays.mismatch(bytes, marks[at], bytes.length, page, from, to);
            return differing < 0 ? to - from : differing;
        }

        private int advance(int at, int length, int from) {
            if (length == 0) {
                return from;
            }
            int reached = Arrays.binarySearch(marks, at, marks.length, marks[at] + length);
            int last = reached < 0 ? -reached - 2 : reached;
            if (last == at) {
                return from;
            }
            mark = last;
            followed += marks[last] - marks[at];
            return from + marks[last] - marks[at];
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

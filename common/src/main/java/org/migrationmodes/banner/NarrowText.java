package org.migrationmodes.banner;

/** A part of a text as bytes, one for each character: all that are not ASCII are the same, and none that means anything. */
final class NarrowText {

    private static final int SIZE = 256;
    private static final char OTHER = 0x80;

    private final byte[] bytes = new byte[SIZE];
    private int from;
    private int to;

    /** All of a part of a text. */
    static byte[] of(CharSequence text, int start, int end) {
        byte[] all = new byte[end - start];
        for (int i = 0; i < all.length; i++) {
            all[i] = narrow(text.charAt(start + i));
        }
        return all;
    }

    private static byte narrow(char c) {
        return (byte) Math.min(c, OTHER);
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many of the bytes are of the text. */
    int length() {
        return to - from;
    }

    /** Which of the bytes stands for a character. */
    int index(int character) {
        return character - from;
    }

    /** Which character a byte stands for. */
    int character(int index) {
        return from + index;
    }

    /** Another text begins. */
    void clear() {
        from = 0;
        to = 0;
    }

    /**
     * Takes the text from here on.
     *
     * @return false if much of it is here already
     */
    boolean take(CharSequence text, int start, int end) {
        if (to == end || to - start >= SIZE / 2) {
            return false;
        }
        from = start;
        to = Math.min(end, start + SIZE);
        for (int i = from; i < to; i++) {
            bytes[i - from] = narrow(text.charAt(i));
        }
        return true;
    }
}

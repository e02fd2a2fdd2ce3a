package org.migrationmodes.banner;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page as a host writes it.
 *
 * @param characters whether by the writer, else by the stream
 * @param told whether its length is announced
 * @param tooMuch by how much that is more than there is; 0 if right
 * @param flushedFirst whether the response is flushed before anything is written
 * @param steps over and over, until all is written
 */
record FuzzBody(FuzzPage page, boolean characters, boolean told, int tooMuch, boolean flushedFirst, List<Step> steps) {

    /**
     * One call.
     *
     * @param size in bytes or characters
     * @param way which of the methods
     * @param flush how to flush then: 0 the response, 1 the stream or writer, else not at all
     */
    record Step(int size, int way, int flush) {}

    /** A page in one piece. */
    static FuzzBody whole(FuzzPage page, boolean characters) {
        return new FuzzBody(page, characters, false, 0, false, List.of(new Step(Integer.MAX_VALUE, 0, 2)));
    }

    long length() {
        byte[] all = characters ? page.encoded() : page.bytes();
        return Math.max(0, all.length + tooMuch);
    }

    /** Bytes as Latin-1, or characters. */
    String content() {
        return characters ? page.text() : new String(page.bytes(), StandardCharsets.ISO_8859_1);
    }

    boolean flushes() {
        return flushedFirst || steps.stream().anyMatch(step -> step.flush() < 2);
    }
}

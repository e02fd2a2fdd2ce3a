package org.migrationmodes.banner;

import java.io.PrintWriter;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Text that a host has written and the container has not got yet. */
final class HeldText {
    private final StringBuilder text = new StringBuilder();
    /** Where in the text a line was ended by println(). */
    private final BitSet lineEnds = new BitSet();

    void append(CharSequence more, int from, int to) {
        text.append(more, from, to);
    }

    /** What a line ends with is the container's to say. */
    void endLine() {
        lineEnds.set(text.length());
        text.append('\n');
    }

    /** How many bytes it takes together with what comes. */
    int sizeWith(CharSequence more, int from, int to, @Nullable String charset) {
        String all = text.toString() + more.subSequence(from, to);
        int longerLines = System.lineSeparator().length() - 1;
        return Charsets.lengthOf(all, charset) + lineEnds.cardinality() * longerLines;
    }

    void writeTo(PrintWriter container) {
        int from = 0;
        for (int end = lineEnds.nextSetBit(0); end >= 0; end = lineEnds.nextSetBit(end + 1)) {
            container.write(text.substring(from, end));
            container.println();
            from = end + 1;
        }
        if (from < text.length()) {
            container.write(text.substring(from));
        }
    }
}

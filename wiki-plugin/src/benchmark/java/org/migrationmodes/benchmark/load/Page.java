package org.migrationmodes.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page as a forum writes it: a head of some KB, then text, in pieces of 8 KB.
 *
 * @param text all of it, in ASCII
 * @param pieces what a servlet writes by stream, one after the other
 * @param strings the same, by writer
 */
record Page(String text, List<byte[]> pieces, List<String> strings) {
    private static final int PIECE = 8192;
    static final String BODY = "<body class=\"forum\">";
    private static final String HEAD = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>Forum</title>\n"
            + "<link rel=\"stylesheet\" href=\"/styles/forum.css\" data-x=\"a>b\">\n".repeat(30)
            + "</head>\n";
    private static final String LINE =
            "<p class=\"post\">Fifteen men on the dead man's chest, and a bottle of rum.</p>\n";
    private static final String END = "</body>\n</html>\n";

    static Page of(int bytes) {
        return of(HEAD + BODY, bytes, END);
    }

    /** The same without the tag for which everything that inserts a banner looks. */
    static Page withoutBody(int bytes) {
        return of(HEAD, bytes, "</html>\n");
    }

    private static Page of(String begin, int bytes, String end) {
        StringBuilder text = new StringBuilder(begin);
        while (text.length() + LINE.length() + end.length() <= bytes) {
            text.append(LINE);
        }
        text.append(" ".repeat(bytes - text.length() - end.length())).append(end);
        byte[] all = text.toString().getBytes(StandardCharsets.US_ASCII);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < all.length; from += PIECE) {
            pieces.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + PIECE)));
        }
        return new Page(
                text.toString(),
                List.copyOf(pieces),
                pieces.stream()
                        .map(piece -> new String(piece, StandardCharsets.US_ASCII))
                        .toList());
    }
}

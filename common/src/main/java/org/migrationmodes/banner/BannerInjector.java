package org.migrationmodes.banner;

import java.util.Arrays;

/**
 * Finds the end of a page's real {@code <body …>} start tag in a stream of code units, bytes or characters, that
 * arrives in pieces cut anywhere. Does no I/O, looks ahead at nothing, keeps nothing of what it saw, allocates nothing
 * after construction. Not thread-safe.
 *
 * <pre>
 * START ──'&lt;' after an optional BOM and white space──→ SEARCHING ──the body tag's '&gt;'──→ FOUND
 *   └──anything else──→ GIVEN_UP ←──frameset, plaintext, a DTD subset, {@value #BOUND} code units──┘
 * </pre>
 *
 * Bytes must be in a charset where ASCII bytes that are syntax ({@code < > " ' - ! ? /}) mean nothing else, not even as
 * the second byte of a character: true for Shift_JIS, GBK and Big5 too.
 */
final class BannerInjector {

    /** How far the tag is looked for. */
    static final int BOUND = 64 * 1024;

    private enum Progress {
        START,
        SEARCHING,
        FOUND,
        GIVEN_UP
    }

    private static final int BOM = 0xfeff;
    private static final int[] BOM_IN_UTF_8 = {0xef, 0xbb, 0xbf};

    private static final long BODY = TagName.of("body");
    private static final long FRAMESET = TagName.of("frameset");
    private static final long PLAINTEXT = TagName.of("plaintext");
    private static final long TEMPLATE = TagName.of("template");
    /** HTML standard 13.2.6.4.4 and .7; noscript as a browser that runs scripts has it. */
    private static final long[] RAW_TEXT =
            sorted("iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp");

    private final boolean xml;
    private final HtmlTokenizer tokenizer;
    private Progress progress = Progress.START;
    private int left = BOUND;
    private int bomBytes;
    /** Open templates in HTML, open elements in XML. */
    private int depth;

    /**
     * @param xml whether the page is read by an XML parser, application/xhtml+xml
     */
    BannerInjector(boolean xml) {
        this.xml = xml;
        this.tokenizer = new HtmlTokenizer(xml);
    }

    boolean found() {
        return progress == Progress.FOUND;
    }

    boolean givenUp() {
        return progress == Progress.GIVEN_UP;
    }

    /**
     * Reads the next piece.
     *
     * @return the index behind the body tag's {@code >} if it is in this piece, else -1
     */
    int scan(byte[] bytes, int off, int len) {
        int end = off + Math.min(len, left);
        int i = off;
        while (i < end && isLooking()) {
            int stop = stop();
            if (stop >= 0) {
                int from = i;
                while (i < end && bytes[i] != stop) {
                    i++;
                }
                left -= i - from;
            }
            if (i < end && step(bytes[i++] & 0xff)) {
                return i;
            }
        }
        return giveUpAtBound();
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        int end = off + Math.min(len, left);
        int i = off;
        while (i < end && isLooking()) {
            int stop = stop();
            if (stop >= 0) {
                int from = i;
                while (i < end && text.charAt(i) != stop) {
                    i++;
                }
                left -= i - from;
            }
            if (i < end && step(text.charAt(i++))) {
                return i;
            }
        }
        return giveUpAtBound();
    }

    /**
     * Reads one code unit.
     *
     * @return whether the body tag ends with it
     */
    boolean scan(int unit) {
        if (isLooking() && step(unit)) {
            return true;
        }
        giveUpAtBound();
        return false;
    }

    private boolean isLooking() {
        return progress == Progress.SEARCHING || progress == Progress.START;
    }

    /** The only code unit of interest, or -1: everything before it is skipped in a tight loop. */
    private int stop() {
        return progress == Progress.START ? -1 : tokenizer.state().stop;
    }

    private int giveUpAtBound() {
        if (left == 0 && isLooking()) {
            progress = Progress.GIVEN_UP;
        }
        return -1;
    }

    private boolean step(int unit) {
        left--;
        if (progress == Progress.START && !start(unit)) {
            return false;
        }
        switch (tokenizer.step(unit)) {
            case START_TAG -> startTag();
            case END_TAG -> endTag();
            case NOTHING -> {
                // an internal DTD subset may define any entity, even one with a body in it
                if (tokenizer.state() == TokenState.XML_SUBSET) {
                    progress = Progress.GIVEN_UP;
                }
            }
        }
        return found();
    }

    private boolean start(int unit) {
        if (unit == '<') {
            progress = Progress.SEARCHING;
            return true;
        }
        boolean bom = BOUND - left == 1 && unit == BOM;
        boolean bomByte =
                bomBytes == BOUND - left - 1 && bomBytes < BOM_IN_UTF_8.length && unit == BOM_IN_UTF_8[bomBytes];
        if (bomByte) {
            bomBytes++;
        } else if (!bom && !TagName.isSpace(unit)) {
            progress = Progress.GIVEN_UP;
        }
        return false;
    }

    private void startTag() {
        long name = tokenizer.name();
        if (name == BODY && depth == (xml ? 1 : 0)) {
            // in XML an empty body has no inside where the banner could go; HTML ignores the slash
            progress = xml && tokenizer.isSelfClosing() ? Progress.GIVEN_UP : Progress.FOUND;
        } else if (xml) {
            depth += tokenizer.isSelfClosing() ? 0 : 1;
        } else if (name == TEMPLATE) {
            depth++;
        } else if ((name == FRAMESET && depth == 0) || name == PLAINTEXT) {
            progress = Progress.GIVEN_UP;
        } else if (Arrays.binarySearch(RAW_TEXT, name) >= 0) {
            tokenizer.enterRawText();
        }
    }

    private void endTag() {
        if (xml || tokenizer.name() == TEMPLATE) {
            depth = Math.max(0, depth - 1);
        }
    }

    private static long[] sorted(String... names) {
        return Arrays.stream(names).mapToLong(TagName::of).sorted().toArray();
    }
}

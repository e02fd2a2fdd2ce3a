package org.migrationmodes.banner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a page's real {@code <body …>} start tag in a stream of bytes or characters that arrives in pieces
 * cut anywhere. Does no I/O, and keeps nothing of what it saw but half a code unit and the policies that the page states.
 * Not thread-safe.
 *
 * <pre>
 * START ──'&lt;' after byte order marks and white space──→ SEARCHING ──the body tag's '&gt;'──→ FOUND
 *   └──anything else──→ GIVEN_UP ←──frameset, plaintext, a DTD subset, the bound──┘
 * </pre>
 *
 * What begins with text is no markup to us, even where a browser would find a tag in it: a JSON text or raw wiki markup
 * may well quote a page.
 */
final class BannerInjector {

    private enum Progress {
        START,
        SEARCHING,
        FOUND,
        GIVEN_UP
    }

    private static final int[] BOM_IN_UTF_8 = {0xef, 0xbb, 0xbf};

    /** Text of so few characters is read a character at a time. */
    private static final int FEW = 16;

    private final HtmlTokenizer tokenizer;
    private final TreeBuilder tree;
    private final CodeUnits units;
    private final MetaPolicies policies = new MetaPolicies();
    private final int bound;
    private @Nullable NarrowText narrowed;
    private Progress progress = Progress.START;
    private int left;
    private int bomBytes;

    /**
     * @param xml whether the page is read by an XML parser, application/xhtml+xml
     * @param declared how the page's bytes are to be read unless a byte order mark tells otherwise
     * @param bound how far the tag is looked for, in bytes or characters, whichever come
     */
    BannerInjector(boolean xml, PageEncoding declared, int bound) {
        this.tokenizer = new HtmlTokenizer(xml);
        this.tree = new TreeBuilder(tokenizer, xml);
        this.units = new CodeUnits(declared);
        this.bound = bound;
        this.left = bound;
    }

    boolean found() {
        return progress == Progress.FOUND;
    }

    boolean givenUp() {
        return progress == Progress.GIVEN_UP;
    }

    /** Whether a byte is half a character. */
    boolean isWide() {
        return units.isWide();
    }

    /** The banner as bytes of this page, known once the tag is found. */
    byte[] encode(byte[] ascii) {
        return units.encode(ascii);
    }

    /** The Content-Security-Policies that the page has stated so far, each a serialized policy. */
    List<String> policies() {
        return policies.all();
    }

    /** How much was read. */
    int read() {
        return bound - left;
    }

    /**
     * Reads the next piece.
     *
     * @return the index behind the body tag's {@code >} if it is in this piece, else -1
     */
    int scan(byte[] bytes, int off, int len) {
        int end = off + Math.min(len, left);
        int plain = off;
        int i = off;
        while (i < end && isLooking()) {
            if (units.isBytewise()) {
                if (i >= plain) {
                    plain = units.hasEscapes() ? ByteSearch.indexOf(bytes, i, end, Iso2022Jp.ESCAPE) : end;
                }
                int from = i;
                i = readWhole(bytes, i, plain);
                left -= i - from;
                if (!isLooking()) {
                    return found() ? i : -1;
                }
            }
            if (i < end) {
                left--;
                int unit = units.next(bytes[i++] & 0xff);
                if (unit != CodeUnits.NONE && step(unit)) {
                    return i;
                }
            }
        }
        return giveUpAtBound();
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        units.readsCharacters();
        int end = off + Math.min(len, left);
        int i = off;
        NarrowText bytes = len < FEW ? null : narrowed();
        while (i < end && isLooking()) {
            if (bytes != null) {
                bytes.take(text, i, end);
                int from = i;
                i = bytes.character(readWhole(bytes.bytes(), bytes.index(i), bytes.length()));
                left -= i - from;
                if (!isLooking()) {
                    return found() ? i : -1;
                }
            }
            if (i < end && (bytes == null || !bytes.take(text, i, end))) {
                left--;
                if (step(text.charAt(i++))) {
                    return i;
                }
            }
        }
        return giveUpAtBound();
    }

    /** Goes on to the next byte that may matter, and past tags and comments as long as they are all there. */
    private int readWhole(byte[] bytes, int from, int end) {
        int at = skip(bytes, from, end);
        if (at < end && progress == Progress.START && bytes[at] == '<') {
            start('<');
        }
        while (at < end && bytes[at] == '<' && progress == Progress.SEARCHING) {
            int behind = tokenizer.skipMarkup(bytes, at, end);
            if (behind == at) {
                return at;
            }
            switch (tokenizer.skipped()) {
                case START_TAG -> startTag(null);
                case END_TAG -> tree.endTag();
                case NOTHING -> {}
            }
            at = progress == Progress.SEARCHING ? skip(bytes, behind, end) : behind;
        }
        return at;
    }

    /** Goes on to the next byte that may matter. */
    private int skip(byte[] bytes, int from, int end) {
        if (progress == Progress.START) {
            return from;
        }
        if (tokenizer.state() != TokenState.DATA || !tree.wantsText()) {
            return tokenizer.skip(bytes, from, end);
        }
        int i = from;
        while (i < end && TagName.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private boolean isLooking() {
        return progress == Progress.SEARCHING || progress == Progress.START;
    }

    private NarrowText narrowed() {
        NarrowText known = narrowed;
        if (known == null) {
            known = new NarrowText();
            narrowed = known;
        }
        known.clear();
        return known;
    }

    private int giveUpAtBound() {
        if (left == 0 && isLooking()) {
            progress = Progress.GIVEN_UP;
        }
        return -1;
    }

    private boolean step(int unit) {
        if (progress == Progress.START && !start(unit)) {
            return false;
        }
        TokenState before = tokenizer.state();
        switch (tokenizer.step(unit)) {
            case START_TAG -> startTag(tokenizer.meta());
            case END_TAG -> tree.endTag();
            case NOTHING -> {
                // an internal DTD subset may define any entity, even one with a body in it
                if (tokenizer.state() == TokenState.XML_SUBSET) {
                    progress = Progress.GIVEN_UP;
                } else if (before.isText(tokenizer.state())) {
                    tree.text(before == TokenState.TAG_OPEN ? '<' : unit);
                }
            }
        }
        return found();
    }

    private boolean start(int unit) {
        if (unit == '<' && bomBytes == 0) {
            progress = Progress.SEARCHING;
            return true;
        }
        boolean bomByte = unit == BOM_IN_UTF_8[bomBytes];
        if (bomByte) {
            bomBytes = (bomBytes + 1) % BOM_IN_UTF_8.length;
        } else if (bomBytes != 0 || (unit != CodeUnits.BOM && !TagName.isSpace(unit))) {
            progress = Progress.GIVEN_UP;
        }
        return false;
    }

    private void startTag(@Nullable MetaTag said) {
        switch (tree.startTag()) {
            case BODY -> progress = units.takesAscii() ? Progress.FOUND : Progress.GIVEN_UP;
            case NO_BODY -> progress = Progress.GIVEN_UP;
            case META -> {
                if (said != null) {
                    policies.add(said);
                }
            }
            case BASE -> {
                if (said != null) {
                    policies.addBase(said);
                }
            }
            case NOTHING -> {}
        }
    }
}

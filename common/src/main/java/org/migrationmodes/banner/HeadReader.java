package org.migrationmodes.banner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page's head for what the banner's place depends on. Not thread-safe.
 *
 * <pre>
 * START ──'&lt;' after byte order marks and white space──→ SEARCHING ──the body tag's '&gt;'──→ FOUND
 *   └──anything else──→ GIVEN_UP ←──frameset, plaintext, a DTD subset, the bound──┘
 * </pre>
 *
 * What begins with text is no markup to us, even where a browser would find a tag in it: a JSON text or raw wiki markup
 * may well quote a page.
 */
final class HeadReader {

    private enum Progress {
        START,
        SEARCHING,
        FOUND,
        GIVEN_UP
    }

    private static final int[] BOM_IN_UTF_8 = {0xef, 0xbb, 0xbf};

    private final HtmlTokenizer tokenizer;
    private final TreeBuilder tree;
    private final CodeUnits units;
    private final MetaPolicies policies = new MetaPolicies();
    private final KnownHead.@Nullable Trail trail;
    private Progress progress = Progress.START;
    private int bomBytes;

    /**
     * Begins.
     *
     * @param xml whether the page is read by an XML parser
     * @param units know whether ASCII may be written at a place
     * @param trail spares the reading of what is known, if the page is read as HTML
     */
    HeadReader(boolean xml, CodeUnits units, KnownHead.@Nullable Trail trail) {
        this.tokenizer = new HtmlTokenizer(xml);
        this.tree = new TreeBuilder(tokenizer, xml);
        this.units = units;
        this.trail = xml ? null : trail;
    }

    boolean found() {
        return progress == Progress.FOUND;
    }

    boolean givenUp() {
        return progress == Progress.GIVEN_UP;
    }

    boolean isLooking() {
        return progress == Progress.SEARCHING || progress == Progress.START;
    }

    void giveUp() {
        progress = Progress.GIVEN_UP;
    }

    List<String> policies() {
        return policies.all();
    }

    /** Whether no tag has stated a policy, or where the page's addresses begin. */
    boolean statesNothing() {
        return policies.isEmpty();
    }

    /** Whether there was something that opens a body by itself: a body tag that comes yet only lends it its attributes. */
    boolean isPastHead() {
        return tree.isPastHead();
    }

    /** Whether no tag so far changes what the next one means. */
    boolean isPlain() {
        return progress == Progress.SEARCHING && tokenizer.state() == TokenState.DATA && tree.isAtStart();
    }

    /**
     * Goes on to the next byte that may matter, and past tags and comments as long as they are all there, but not past the
     * one that {@link #isPastHead ends the head}.
     */
    int readWhole(byte[] bytes, int from, int end) {
        boolean pastHead = isPastHead();
        int at = skip(bytes, from, end);
        if (at < end && progress == Progress.START && bytes[at] == '<') {
            start('<');
        }
        while (at < end && bytes[at] == '<' && progress == Progress.SEARCHING) {
            int behind = follow(bytes, at, end);
            if (behind == at) {
                behind = tag(bytes, at, end);
            }
            if (behind == at) {
                return at;
            }
            if (progress != Progress.SEARCHING || isPastHead() != pastHead) {
                return behind;
            }
            at = skip(bytes, behind, end);
        }
        return at;
    }

    private int follow(byte[] bytes, int from, int end) {
        if (trail == null || !isPlain()) {
            return from;
        }
        int behind = trail.follow(bytes, from, end);
        if (behind > from && trail.isBehindBody()) {
            atBody();
        }
        return behind;
    }

    private int tag(byte[] bytes, int from, int end) {
        int behind = tokenizer.skipMarkup(bytes, from, end);
        if (behind > from) {
            switch (tokenizer.skipped()) {
                case START_TAG -> startTag(null);
                case END_TAG -> tree.endTag();
                case NOTHING -> {}
            }
        }
        return behind;
    }

    private void atBody() {
        progress = units.takesAscii() ? Progress.FOUND : Progress.GIVEN_UP;
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

    /** Reads a code unit, and returns whether it is the last one before the banner. */
    boolean step(int unit) {
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
            case BODY -> atBody();
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

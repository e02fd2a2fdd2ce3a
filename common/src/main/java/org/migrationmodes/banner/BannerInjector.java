package org.migrationmodes.banner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a page's real {@code <body …>} start tag in a stream of bytes or characters that arrives in pieces
 * cut anywhere. Does no I/O, and keeps nothing of what it saw but half a code unit and the policies that the page states.
 * Not thread-safe.
 */
final class BannerInjector {

    /** Text of so few characters is read a character at a time. */
    private static final int FEW = 16;

    /** Behind the first thing that opens a body by itself, this part of the bound is left: a tag seldom comes so late. */
    static final int LATE = 4;

    private final HeadReader reader;
    private final CodeUnits units;
    private @Nullable NarrowText narrowed;
    private int most;
    private int read;
    private boolean late;

    /**
     * @param xml whether the page is read by an XML parser, application/xhtml+xml
     * @param declared how the page's bytes are to be read unless a byte order mark tells otherwise
     * @param bound how far the tag is looked for, in bytes or characters, whichever come; a quarter of it behind the first
     *     thing that belongs into a body
     */
    BannerInjector(boolean xml, PageEncoding declared, int bound) {
        this(xml, declared, bound, null);
    }

    /** As {@link #BannerInjector(boolean, PageEncoding, int)}, for a page that may go on as a known one did. */
    BannerInjector(boolean xml, PageEncoding declared, int bound, KnownHead.@Nullable Trail trail) {
        this.units = new CodeUnits(declared);
        this.reader = new HeadReader(xml, units, trail);
        this.most = bound;
    }

    boolean found() {
        return reader.found();
    }

    boolean givenUp() {
        return reader.givenUp();
    }

    /** As {@link HeadReader#isPlain}. */
    boolean isPlain() {
        return reader.isPlain();
    }

    /** As {@link HeadReader#statesNothing}. */
    boolean statesNothing() {
        return reader.statesNothing();
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
        return reader.policies();
    }

    /** How much was read. */
    int read() {
        return read;
    }

    /**
     * Reads the next piece.
     *
     * @return the index behind the body tag's {@code >} if it is in this piece, else -1
     */
    int scan(byte[] bytes, int off, int len) {
        int end = off + Math.min(len, most - read);
        if (off < end) {
            units.begin(bytes[off]);
        }
        int plain = off;
        int i = off;
        while (i < end && reader.isLooking()) {
            if (units.isBytewise()) {
                if (i >= plain) {
                    plain = units.hasEscapes() ? ByteSearch.indexOf(bytes, i, end, Iso2022Jp.ESCAPE) : end;
                }
                int from = i;
                i = reader.readWhole(bytes, i, Math.min(plain, end));
                read += i - from;
                if (!reader.isLooking()) {
                    return found() ? i : -1;
                }
                end = i + within(end - i);
            }
            if (i < end) {
                read++;
                int unit = units.next(bytes[i++] & 0xff);
                if (unit != CodeUnits.NONE && reader.step(unit)) {
                    return i;
                }
                end = i + within(end - i);
            }
        }
        return giveUpAtBound();
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        units.readsCharacters();
        int end = off + Math.min(len, most - read);
        int i = off;
        NarrowText bytes = len < FEW ? null : narrowed();
        while (i < end && reader.isLooking()) {
            if (bytes != null) {
                bytes.take(text, i, end);
                int from = i;
                i = bytes.character(reader.readWhole(bytes.bytes(), bytes.index(i), bytes.length()));
                read += i - from;
                if (!reader.isLooking()) {
                    return found() ? i : -1;
                }
                end = i + within(end - i);
            }
            if (i < end && (bytes == null || !bytes.take(text, i, end))) {
                read++;
                if (reader.step(text.charAt(i++))) {
                    return i;
                }
                end = i + within(end - i);
            }
        }
        return giveUpAtBound();
    }

    /** How much of what is there is still to be read. */
    private int within(int there) {
        if (!late && reader.isPastHead()) {
            late = true;
            most = Math.min(most, read + most / LATE);
            if (narrowed != null && most - read < there) {
                narrowed.clear();
            }
        }
        return Math.min(there, most - read);
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
        if (read == most && reader.isLooking()) {
            reader.giveUp();
        }
        return -1;
    }
}

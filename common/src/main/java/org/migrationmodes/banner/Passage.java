package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A body's way to the container. What becomes of it is decided once, when the first of it is written or flushed, on the
 * status and the headers of that moment. Thread-safe; all but the queries want the {@link #lock}.
 */
final class Passage {

    /**
     * Held through each step: a worker may write while the container's thread is still on its way out and calls
     * {@link #neverHold}.
     */
    final Object lock;

    private final HttpServletResponse view;
    private final WithheldHeaders withheld;
    private final Owed owed;
    private final Insertion insertion;

    private volatile BodyState state = BodyState.UNDECIDED;
    private volatile boolean neverHold;
    private volatile boolean endsUnseen;

    private boolean bytes;
    private boolean written;

    Passage(HeaderView view, Insertion insertion) {
        this.lock = view.withheld;
        this.view = view;
        this.withheld = view.withheld;
        this.owed = new Owed(view.container);
        this.insertion = insertion;
    }

    BodyState state() {
        return state;
    }

    /** Whether everything that is written from now on is the container's alone. */
    boolean isSettled() {
        return state == BodyState.PASSING || state == BodyState.INSERTED;
    }

    boolean owesFlush() {
        return owed.owesFlush();
    }

    Insertion insertion() {
        return insertion;
    }

    PageDecision decision() {
        return PageDecision.of(view, view.getContentType(), !bytes);
    }

    BodyState decide() {
        if (state == BodyState.UNDECIDED) {
            String type = view.getContentType();
            PageDecision decision = PageDecision.of(view, type, !bytes);
            boolean page = decision.isPage() && withheld.isComplete();
            if (page) {
                insertion.begin(
                        decision == PageDecision.XML_PAGE, Charsets.encoding(type, view.getCharacterEncoding()));
            }
            if (!page || !insertion.isPossible()) {
                pass();
            } else {
                withheld.page();
                state = withheld.length() < 0 ? BodyState.SCANNING : BodyState.HOLDING;
                if (neverHold) {
                    withheld.dropLength();
                    state = BodyState.SCANNING;
                }
            }
        }
        return state;
    }

    /** As {@link #decide}, for a part of the body that is to go to the container unless it is held. */
    BodyState decideToWrite() {
        written = true;
        return decide();
    }

    /** Whether the container has any of the body, or had. */
    boolean isWritten() {
        return written && state != BodyState.HOLDING;
    }

    /** The host writes bytes, which it may tell only after a flush. */
    void takeBytes() throws IOException {
        bytes = true;
        boolean decided = state == BodyState.SCANNING || state == BodyState.HOLDING;
        if (decided && !decision().isPage()) {
            pass();
            release();
        }
    }

    /** Looks for the banner's place; if none will come any more, everything passes, from this piece on. */
    int scan(byte[] bytes, int off, int len) {
        return passIfNone(insertion.scan(bytes, off, len));
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        return passIfNone(insertion.scan(text, off, len));
    }

    private int passIfNone(int at) {
        if (!insertion.isPossible()) {
            pass();
        }
        return at;
    }

    long announced() {
        return withheld.length();
    }

    @Nullable
    String charset() {
        return view.getCharacterEncoding();
    }

    void hold(HeldBody body) {
        owed.hold(body);
    }

    /** The banner goes in, and takes so many bytes. */
    void insert(int length) {
        withheld.banner(insertion.markup(), length);
        state = BodyState.INSERTED;
    }

    /** No banner goes in. */
    void pass() {
        withheld.pass();
        state = BodyState.PASSING;
    }

    /** Hands on what was kept back, the flush included. */
    void release() throws IOException {
        owed.pay();
    }

    void dropLengthAndRelease() throws IOException {
        if (state == BodyState.HOLDING) {
            withheld.dropLength();
            state = BodyState.SCANNING;
            release();
        }
    }

    /**
     * Does what has to be done before the container is flushed.
     *
     * @return whether it may be flushed now
     */
    boolean prepareFlush() throws IOException {
        if (isSettled()) {
            return true;
        }
        synchronized (lock) {
            if (decide() == BodyState.HOLDING) {
                if (owed.isEmpty() && withheld.length() > 0) {
                    owed.oweFlush();
                    return false;
                }
                if (hasAll()) {
                    pass();
                    release();
                } else {
                    dropLengthAndRelease();
                }
            }
            return true;
        }
    }

    void neverHold() throws IOException {
        neverHold = true;
        synchronized (lock) {
            dropLengthAndRelease();
            endUnseen();
        }
    }

    /** From now on the container may end a response without a body before anybody tells. */
    void endUnseen() {
        endsUnseen = true;
        headersChanged();
    }

    /** What is no page gets its headers as they are set, and of a page caches are told at once. */
    void headersChanged() {
        if (endsUnseen && state == BodyState.UNDECIDED) {
            boolean certain = view.getContentType() != null || PageDecision.hasNoPage(view.getStatus());
            if (certain && decision().isPage()) {
                withheld.page();
            } else if (certain) {
                withheld.relay();
            }
        }
    }

    /** A container refuses much once it is committed: it must be, if the host believes that it is. */
    void settleFlush() throws IOException {
        if (owed.owesFlush()) {
            dropLengthAndRelease();
        }
    }

    void reset() {
        withheld.clear();
        bytes = false;
        startOver();
    }

    void startOver() {
        discard();
        withheld.withhold();
        insertion.reset();
        state = BodyState.UNDECIDED;
    }

    /** What is held of the body is none. */
    void discard() {
        owed.discardBody();
        written = false;
    }

    /** Whether all that the host announced is held, or was nothing. */
    boolean hasAll() {
        return owed.isAll(withheld.length());
    }
}

package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
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
    private final HttpServletResponse container;
    private final WithheldHeaders withheld;
    private final boolean head;
    private final int bound;
    private final Owed owed;
    private final Function<List<String>, byte[]> source;

    private volatile BodyState state = BodyState.UNDECIDED;
    private volatile boolean neverHold;
    private volatile boolean endsUnseen;

    private boolean bytes;
    private boolean written;
    private BannerInjector injector = new BannerInjector(false, PageEncoding.OTHER, 0);
    private byte[] markup = {};

    Passage(
            HeaderView view,
            HttpServletResponse container,
            boolean head,
            int bound,
            Function<List<String>, byte[]> markup) {
        this.lock = view.withheld;
        this.view = view;
        this.container = container;
        this.withheld = view.withheld;
        this.head = head;
        this.bound = bound;
        this.owed = new Owed(container);
        this.source = markup;
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

    PageDecision decision() {
        return PageDecision.of(view, !bytes);
    }

    BodyState decide() {
        if (state == BodyState.UNDECIDED) {
            PageDecision decision = decision();
            markup = decision.isPage() && !withheld.hasForeignLength() ? render(List.of()) : new byte[0];
            if (markup.length == 0) {
                pass();
            } else {
                injector = new BannerInjector(decision == PageDecision.XML_PAGE, PageDecision.encoding(view), bound);
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

    /**
     * Looks for the body tag in the next piece.
     *
     * @return where in the piece the banner goes, or -1. If none will come any more, everything passes, before the piece
     *     that told so goes out and may take the headers with it
     */
    int scan(byte[] bytes, int off, int len) {
        return found(injector.scan(bytes, off, len));
    }

    /** As {@link #scan(byte[], int, int)}. */
    int scan(CharSequence text, int off, int len) {
        return found(injector.scan(text, off, len));
    }

    private int found(int at) {
        List<String> metas = at < 0 ? List.of() : injector.policies();
        if (!metas.isEmpty()) {
            markup = render(metas);
        }
        if (injector.givenUp() || markup.length == 0) {
            pass();
            return -1;
        }
        return at;
    }

    /** Whether a byte of the page is half a character. */
    boolean isWide() {
        return injector.isWide();
    }

    /** The banner in ASCII, known once its place is found. */
    byte[] markup() {
        return markup;
    }

    /** The banner as bytes of this page, as {@link #markup}. */
    byte[] encodedMarkup() {
        return injector.encode(markup);
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
        withheld.banner(markup, length);
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

    void finish() throws IOException {
        if (isSettled()) {
            return;
        }
        synchronized (lock) {
            boolean unwritten = state == BodyState.UNDECIDED ? decision().isPage() : state == BodyState.HOLDING;
            // RFC 9110 section 9.3.2: HEAD may omit what only writing the page would tell, as its length with a banner
            boolean omitted = head && unwritten && !hasAll();
            boolean lengthOmitted = omitted && withheld.length() > 0;
            if (omitted) {
                withheld.omit();
            }
            pass();
            release();
            if (lengthOmitted) {
                // else Jetty counts the bytes of the body that it did not get
                container.flushBuffer();
            }
        }
    }

    /** The container writes from here on, with the host's headers and a body of its own. */
    void leave() throws IOException {
        synchronized (lock) {
            settleFlush();
            if (!container.isCommitted() && state != BodyState.PASSING) {
                owed.discardBody();
                written = false;
                pass();
            }
        }
    }

    /** The container ends the answer, with what there is of the body. */
    void end() throws IOException {
        synchronized (lock) {
            settleFlush();
            if (!container.isCommitted() && !isSettled()) {
                pass();
                release();
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
        owed.discardBody();
        withheld.withhold();
        written = false;
        markup = new byte[0];
        state = BodyState.UNDECIDED;
    }

    private byte[] render(List<String> metas) {
        try {
            return source.apply(metas);
        } catch (RuntimeException e) {
            System.getLogger(Passage.class.getName())
                    .log(System.Logger.Level.WARNING, "No banner: it could not be rendered", e);
            return new byte[0];
        }
    }

    private boolean hasAll() {
        return owed.isAll(withheld.length());
    }
}

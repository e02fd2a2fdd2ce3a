package org.migrationmodes.banner;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A response that carries a banner if it turns out to be a page, and is untouched if it does not. Nothing of the body
 * is kept back unless the host announced a Content-Length, and then {@link BannerSettings#search} at most. What names a
 * page without the banner (ETag, Last-Modified, digests) is kept from the container; the banner's page has an ETag of its own.
 *
 * <p>The filter calls {@link #finish} when the chain has returned, {@link #fail} when it has thrown, or {@link #neverHold} if
 * it left the request asynchronous. Throws nothing on its own. As safe for use by threads as the container's response, also where a worker
 * takes over while the container's thread is still on its way out.
 */
public final class BannerResponse extends RestartingResponse {

    private final Passage passage;
    private final Ending ending;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    /**
     * Wraps the response of one request.
     *
     * @param request the request that is answered
     * @param response the response to write to
     * @param settings say how far the body tag is looked for
     * @param markup the banner of any page in ASCII, read-only. Empty or failing: no banner
     */
    public BannerResponse(
            HttpServletRequest request,
            HttpServletResponse response,
            BannerSettings settings,
            Supplier<byte[]> markup) {
        this(request, response, settings, metas -> markup.get(), Caching.UNTOLD, new HeadMemory());
    }

    /**
     * Wraps the response of one request, for caches too.
     *
     * @param request the request that is answered
     * @param response the response to write to
     * @param settings say how far the body tag is looked for
     * @param markup the banner in ASCII, read-only, for the Content-Security-Policies that the page states in its head by
     *     {@code <meta>} elements. Asked for once if the response is a page, before anything is sent and with an empty list,
     *     and once more at the place of the banner if the page has stated some. Empty or failing: no banner
     * @param caching what caches are told if the response is a page
     * @param heads those of pages of the same site
     */
    public BannerResponse(
            HttpServletRequest request,
            HttpServletResponse response,
            BannerSettings settings,
            Function<List<String>, byte[]> markup,
            Caching caching,
            HeadMemory heads) {
        this(
                request,
                response,
                new Insertion(markup, settings.search(), heads),
                new WithheldHeaders(response, caching, true));
    }

    private BannerResponse(
            HttpServletRequest request, HttpServletResponse response, Insertion insertion, WithheldHeaders withheld) {
        super(response, withheld);
        passage = new Passage(this, insertion);
        ending = new Ending(passage, this, "HEAD".equals(request.getMethod()));
    }

    /**
     * Wraps a response that gets no banner, so that caches do not take it for one that is due at another time or for
     * another client. Nothing is kept back of its body.
     *
     * @param request the request that is answered
     * @param response the response to write to
     * @param caching what caches are told if the response is a page
     * @return the wrapper
     */
    public static BannerResponse withoutBanner(
            HttpServletRequest request, HttpServletResponse response, Caching caching) {
        return new BannerResponse(request, response, Insertion.none(), new WithheldHeaders(response, caching, false));
    }

    /**
     * Whether a response is this one, which the host may have wrapped further. Another plugin's wrapper is another one.
     *
     * @param response any response
     * @return whether what is written to it comes this way
     */
    public boolean isIn(ServletResponse response) {
        ServletResponse inner = response;
        while (inner != this && inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        return inner == this;
    }

    /**
     * Whether a banner went into this response.
     *
     * @return true from the moment that the body tag was found
     */
    public boolean isInserted() {
        return passage.state() == BodyState.INSERTED;
    }

    /**
     * Nothing more will be written: whatever was kept back goes out.
     *
     * @throws IOException if the container cannot write
     */
    public void finish() throws IOException {
        ending.finish();
    }

    /**
     * The host has thrown: the container answers with an error, unless it is too late for that.
     *
     * @throws IOException if the container cannot write
     */
    public void fail() throws IOException {
        ending.leave();
    }

    /**
     * Keeps nothing back from now on, since nobody will tell when the last of it was written: the request went
     * asynchronous.
     *
     * @throws IOException if the container cannot write
     */
    public void neverHold() throws IOException {
        passage.neverHold();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        noticeForward();
        ServletOutputStream inner = super.getOutputStream();
        synchronized (passage.lock) {
            if (stream == null) {
                stream = new BannerStream(passage, ending, inner);
                passage.takeBytes();
            }
            return stream;
        }
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        noticeForward();
        PrintWriter inner = super.getWriter();
        synchronized (passage.lock) {
            if (writer == null) {
                writer = new BannerWriter(passage, ending, inner);
            }
            return writer;
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (passage.prepareFlush()) {
            super.flushBuffer();
        }
    }

    @Override
    public boolean isCommitted() {
        return passage.owesFlush() || super.isCommitted();
    }

    @Override
    Passage passage() {
        return passage;
    }

    @Override
    void forgetStreams() {
        stream = null;
        writer = null;
    }

    @Override
    Ending ending() {
        return ending;
    }

    @Override
    boolean isFrozen() {
        return passage.owesFlush();
    }

    @Override
    void headersChanged() {
        passage.headersChanged();
    }

    @Override
    public String toString() {
        return "BannerResponse[" + passage.state() + ", " + passage.decision() + "]";
    }
}

package org.migrationmodes.banner;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The container's writer, with the banner put between two of the host's characters. What a line ends with, how
 * characters are encoded and what becomes of an error stay the container's. All other methods of a PrintWriter lead to
 * those here.
 */
final class BannerWriter extends PrintWriter implements HeldBody {

    private final Passage page;
    private final Ending ending;
    private final PrintWriter container;
    private @Nullable HeldText held;

    BannerWriter(Passage page, Ending ending, PrintWriter container) {
        super(Writer.nullWriter());
        this.page = page;
        this.ending = ending;
        this.container = container;
    }

    @Override
    public void write(int c) {
        if (page.isSettled()) {
            container.write(c);
        } else {
            accept(String.valueOf((char) c), 0, 1);
        }
    }

    @Override
    public void write(char[] chars, int off, int len) {
        if (page.isSettled()) {
            container.write(chars, off, len);
        } else {
            accept(CharBuffer.wrap(chars), off, len);
        }
    }

    @Override
    public void write(String text, int off, int len) {
        if (page.isSettled()) {
            container.write(text, off, len);
        } else {
            accept(text, off, len);
        }
    }

    @Override
    public void println() {
        if (page.isSettled()) {
            container.println();
            return;
        }
        synchronized (page.lock) {
            if (page.decideToWrite() != BodyState.PASSING) {
                page.scan("\n", 0, 1);
            }
            if (page.decide() == BodyState.HOLDING) {
                held().endLine();
            } else {
                releaseHeld();
                container.println();
            }
        }
    }

    private void accept(CharSequence text, int off, int len) {
        if (len == 0) {
            return;
        }
        synchronized (page.lock) {
            int at = -1;
            if (page.decideToWrite() != BodyState.PASSING) {
                at = page.scan(text, off, len);
            }
            if (at >= 0 && page.decide() == BodyState.HOLDING && sizeWith(text, off, at) > page.announced()) {
                // what is written beyond the announced length is no part of the page
                page.pass();
                at = -1;
            }
            if (at >= 0) {
                String banner = LastRendered.TEXT.of(page.insertion().markup());
                page.insert(Charsets.lengthInside(banner, page.charset()));
                releaseHeld();
                put(text, off, at);
                container.write(banner);
                put(text, at, off + len);
            } else if (page.decide() == BodyState.HOLDING) {
                held().append(text, off, off + len);
            } else {
                releaseHeld();
                put(text, off, off + len);
            }
        }
    }

    private void put(CharSequence text, int from, int to) {
        if (text instanceof CharBuffer chars) {
            container.write(chars.array(), from, to - from);
        } else {
            container.write(text.toString(), from, to - from);
        }
    }

    private void releaseHeld() {
        try {
            page.release();
        } catch (IOException e) {
            setError();
        }
    }

    @Override
    public boolean isAll(long announced) {
        return sizeWith("", 0, 0) >= announced;
    }

    /** In bytes, of what is held and what comes. */
    private int sizeWith(CharSequence text, int from, int to) {
        return held().sizeWith(text, from, to, page.charset());
    }

    private HeldText held() {
        HeldText known = held;
        if (known == null) {
            known = new HeldText();
            held = known;
            page.hold(this);
        }
        return known;
    }

    @Override
    public void release() {
        HeldText all = held;
        held = null;
        if (all != null) {
            all.writeTo(container);
        }
    }

    @Override
    public void discard() {
        held = null;
    }

    @Override
    public void flush() {
        try {
            if (page.prepareFlush()) {
                container.flush();
            }
        } catch (IOException e) {
            setError();
        }
    }

    @Override
    public void close() {
        try {
            ending.finish();
        } catch (IOException e) {
            setError();
        }
        container.close();
    }

    @Override
    public boolean checkError() {
        boolean failed = super.checkError();
        return failed || (!page.owesFlush() && container.checkError());
    }
}

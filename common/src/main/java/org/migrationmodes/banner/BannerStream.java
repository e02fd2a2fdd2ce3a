package org.migrationmodes.banner;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The container's stream, with the banner put between two of the host's bytes. */
final class BannerStream extends ServletOutputStream implements HeldBody {

    private final Passage page;
    private final Ending ending;
    private final ServletOutputStream container;
    private @Nullable ByteArrayOutputStream held;
    private boolean blocking = true;

    BannerStream(Passage page, Ending ending, ServletOutputStream container) {
        this.page = page;
        this.ending = ending;
        this.container = container;
    }

    @Override
    public void write(int b) throws IOException {
        if (page.isSettled()) {
            container.write(b);
        } else {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }

    @Override
    public void write(byte[] bytes, int off, int len) throws IOException {
        if (page.isSettled() || len == 0) {
            container.write(bytes, off, len);
            return;
        }
        Objects.checkFromIndexSize(off, len, bytes.length);
        synchronized (page.lock) {
            switch (page.decideToWrite()) {
                case SCANNING -> {
                    int at = page.scan(bytes, off, len);
                    if (at < 0) {
                        container.write(bytes, off, len);
                    } else {
                        page.insert(page.insertion().encoded().length);
                        writeWithBanner(bytes, off, at, off + len);
                    }
                }
                case HOLDING -> hold(bytes, off, len);
                default -> container.write(bytes, off, len);
            }
        }
    }

    /** As of Servlet 6.1, whose own asks isReady() first, and that is never so while output blocks. */
    public void write(ByteBuffer buffer) throws IOException {
        if (buffer.hasRemaining()) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            write(bytes, 0, bytes.length);
        }
    }

    private void hold(byte[] bytes, int off, int len) throws IOException {
        long missing = page.announced() - (held == null ? 0 : held.size());
        // what is written beyond the announced length is no part of the page
        int at = page.scan(bytes, off, (int) Math.min(len, missing));
        if (at >= 0) {
            page.insert(page.insertion().encoded().length);
            page.release();
            writeWithBanner(bytes, off, at, off + len);
        } else if (len >= missing || page.isSettled()) {
            page.pass();
            page.release();
            container.write(bytes, off, len);
        } else {
            if (held == null) {
                held = new ByteArrayOutputStream(Math.max(len, 8192));
                page.hold(this);
            }
            held.write(bytes, off, len);
        }
    }

    private void writeWithBanner(byte[] bytes, int off, int at, int end) throws IOException {
        byte[] banner = page.insertion().encoded();
        if (blocking) {
            container.write(bytes, off, at - off);
            container.write(banner, 0, banner.length);
            if (at < end) {
                container.write(bytes, at, end - at);
            }
        } else {
            // Servlet 6.0 section 5.7: in non-blocking mode each write needs an isReady() of its own
            byte[] all = new byte[end - off + banner.length];
            System.arraycopy(bytes, off, all, 0, at - off);
            System.arraycopy(banner, 0, all, at - off, banner.length);
            System.arraycopy(bytes, at, all, at - off + banner.length, end - at);
            container.write(all, 0, all.length);
        }
    }

    /** The container's print knows how it encodes; so the text stays text. */
    @Override
    public void print(@Nullable String given) throws IOException {
        String text = String.valueOf(given);
        if (page.isSettled()) {
            container.print(text);
            return;
        }
        synchronized (page.lock) {
            if (page.decideToWrite() != BodyState.PASSING && page.insertion().isWide()) {
                // whether the container encodes text as the host did its bytes is beyond us
                page.pass();
                page.release();
            }
            switch (page.state()) {
                case SCANNING -> {
                    int at = page.scan(text, 0, text.length());
                    if (at < 0) {
                        container.print(text);
                    } else {
                        String banner = LastRendered.TEXT.of(page.insertion().markup());
                        page.insert(banner.length());
                        container.print(text.substring(0, at) + banner + text.substring(at));
                    }
                }
                case HOLDING -> {
                    if (text.chars().allMatch(c -> c < 0x80)) {
                        write(text.getBytes(StandardCharsets.US_ASCII));
                    } else {
                        page.dropLengthAndRelease();
                        print(text);
                    }
                }
                default -> container.print(text);
            }
        }
    }

    @Override
    public void println() throws IOException {
        print("\r\n");
    }

    @Override
    public void println(String text) throws IOException {
        print(text + "\r\n");
    }

    @Override
    public void flush() throws IOException {
        if (page.prepareFlush()) {
            container.flush();
        }
    }

    @Override
    public void close() throws IOException {
        ending.finish();
        container.close();
    }

    @Override
    public boolean isReady() {
        return container.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        try {
            page.neverHold();
        } catch (IOException gone) {
            // the container tells its listener by itself
        }
        blocking = false;
        container.setWriteListener(listener);
    }

    @Override
    public boolean isAll(long announced) {
        return held != null && held.size() >= announced;
    }

    @Override
    public void release() throws IOException {
        if (held != null) {
            byte[] bytes = held.toByteArray();
            held = null;
            container.write(bytes, 0, bytes.length);
        }
    }

    @Override
    public void discard() {
        held = null;
    }
}

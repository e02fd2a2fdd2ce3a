package org.migrationmodes.banner;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;

/** The stream of a {@link SinkContainer}, of no use any more once the response was reset. */
final class SinkStream extends ServletOutputStream {
    private final ByteArrayOutputStream sink;
    private final Runnable commit;
    private boolean retired;

    SinkStream(ByteArrayOutputStream sink, Runnable commit) {
        this.sink = sink;
        this.commit = commit;
    }

    void retire() {
        retired = true;
    }

    private ByteArrayOutputStream sink() {
        if (retired) {
            throw new IllegalStateException("Taken back");
        }
        return sink;
    }

    @Override
    public void write(int b) {
        sink().write(b);
    }

    @Override
    public void write(byte[] bytes, int off, int len) {
        sink().write(bytes, off, len);
    }

    @Override
    public void flush() {
        commit.run();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
    }
}

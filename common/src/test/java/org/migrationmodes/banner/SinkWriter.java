package org.migrationmodes.banner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;

/** The writer of a {@link SinkContainer}, of no use any more once the response was reset. */
final class SinkWriter extends PrintWriter {
    private final ByteArrayOutputStream sink;
    private final Charset charset;
    private final Runnable commit;
    private Writer encoder;
    private int taken;
    private boolean retired;

    SinkWriter(ByteArrayOutputStream sink, String charset, Runnable commit) {
        super(nullWriter());
        this.sink = sink;
        this.charset = Charset.forName(charset);
        this.commit = commit;
        this.encoder = new OutputStreamWriter(sink, this.charset);
    }

    void startOver() {
        encoder = new OutputStreamWriter(sink, charset);
        taken = 0;
    }

    void retire() {
        retired = true;
    }

    int taken() {
        return taken;
    }

    @Override
    public void write(String text, int off, int len) {
        if (retired) {
            throw new IllegalStateException("Taken back");
        }
        try {
            encoder.write(text, off, len);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        taken += len;
    }

    @Override
    public void write(char[] chars, int off, int len) {
        write(new String(chars, off, len), 0, len);
    }

    @Override
    public void write(int c) {
        write(String.valueOf((char) c), 0, 1);
    }

    @Override
    public void println() {
        write(System.lineSeparator(), 0, System.lineSeparator().length());
    }

    @Override
    public void flush() {
        commit.run();
    }
}

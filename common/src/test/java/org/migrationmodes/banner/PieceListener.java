package org.migrationmodes.banner;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes a page in pieces, whenever the container takes one, and completes the asynchronous request. */
final class PieceListener implements WriteListener {
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final byte[] page;
    private final int piece;
    private int off;

    PieceListener(AsyncContext async, ServletOutputStream out, byte[] page, int piece) {
        this.async = async;
        this.out = out;
        this.page = page;
        this.piece = piece;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (off == page.length) {
                async.complete();
                return;
            }
            int size = Math.min(piece, page.length - off);
            out.write(page, off, size);
            off += size;
        }
    }

    @Override
    public void onError(Throwable failure) {
        async.complete();
    }
}

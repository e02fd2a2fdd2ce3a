package org.migrationmodes.banner;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a banner the last time, since most pages get the very same one: it is made anew only for other bytes.
 * Thread-safe.
 */
final class LastRendered {
    /** Banners as text. */
    static final LastRendered TEXT = new LastRendered(banner -> new String(banner, StandardCharsets.US_ASCII));

    private final Function<byte[], String> maker;
    private volatile @Nullable Made last;

    // the bytes are never changed, and compared by their identity only
    @SuppressWarnings("ArrayRecordComponent")
    private record Made(byte[] banner, String text) {}

    LastRendered(Function<byte[], String> maker) {
        this.maker = maker;
    }

    String of(byte[] banner) {
        Made known = last;
        if (known == null || known.banner() != banner) {
            known = new Made(banner, maker.apply(banner));
            last = known;
        }
        return known.text();
    }
}

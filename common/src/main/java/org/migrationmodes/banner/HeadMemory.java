package org.migrationmodes.banner;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the head of a page, since the heads of a site's pages have most in common: what others have of it need not be
 * read again. Where banners go is the same without it. Thread-safe; keeps at most {@value #MOST} bytes of what it saw.
 */
public final class HeadMemory {
    private static final int MOST = 32 * 1024;
    /** So many pages have had little in common with what is remembered before another one is. */
    private static final int PATIENCE = 32;

    private volatile @Nullable KnownHead known;
    /** Between threads some may be lost, which does no harm. */
    private int strange = PATIENCE;

    /** The way of a page that begins; null as long as none is known. */
    KnownHead.@Nullable Trail trail() {
        KnownHead head = known;
        return head == null ? null : head.new Trail();
    }

    /** A page's body tag was found so far behind its beginning, and so much of that was known. */
    boolean wants(int length, int followed) {
        if (followed >= length / 2 || length > MOST) {
            return false;
        }
        strange++;
        return strange > PATIENCE;
    }

    /** Takes a head in place of the one that is remembered. */
    void take(byte[] head) {
        strange = 0;
        KnownHead read = KnownHead.read(head);
        if (read != null) {
            known = read;
        }
    }
}

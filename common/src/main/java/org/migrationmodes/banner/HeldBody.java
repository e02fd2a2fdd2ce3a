package org.migrationmodes.banner;

import java.io.IOException;

/** The part of a body that waits for a decision on its Content-Length; bytes or characters. */
interface HeldBody {

    /** Whether the host has written all that it announced. */
    boolean isAll(long announced);

    /** Hands everything to the container and keeps nothing. */
    void release() throws IOException;

    void discard();
}

package org.migrationmodes.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A failure whose message is already what the admin should read. */
final class Explained extends IOException {
    private static final long serialVersionUID = 1L;

    Explained(String reason) {
        this(reason, null);
    }

    Explained(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

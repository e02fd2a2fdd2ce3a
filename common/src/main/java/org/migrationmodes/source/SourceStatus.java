package org.migrationmodes.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param origin the path or URL; null as long as none was found
 * @param state what it is doing
 * @param since when it began to do this
 * @param problem why it is not {@link State#VALID}; null if it is
 * @param accepted when its last good document was accepted; null if there is none
 * @param epoch the number of its last good document
 */
public record SourceStatus(
        @Nullable String origin,
        State state,
        Instant since,
        @Nullable String problem,
        @Nullable Instant accepted,
        @Nullable Long epoch) {
    /** A source that is not configured. */
    static final SourceStatus OFF = new SourceStatus(null, State.OFF, Instant.EPOCH, null, null, null);

    /** The same of the source that is asked, which may not be the one that the last good document came from. */
    SourceStatus of(String asked) {
        return asked.equals(origin) ? this : new SourceStatus(asked, state, since, problem, null, null);
    }

    /** What a source can be doing. */
    public enum State {
        /** It is not configured, so nobody asks it. */
        OFF,
        /** Nothing has been heard of it yet. */
        INITIALIZING,
        /** It answers, and its document is in use. */
        VALID,
        /** It does not answer with a valid document; the last good one stays in force. */
        INTERRUPTED
    }
}

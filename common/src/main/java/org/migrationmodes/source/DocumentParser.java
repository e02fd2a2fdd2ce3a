package org.migrationmodes.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;

/**
 * Makes sense of a text, or refuses it.
 *
 * @param <D> what the document means
 */
interface DocumentParser<D> {
    /** Reads a text, beside the last document accepted from the same origin. */
    D parse(String text, @Nullable D previous) throws InvalidDocument;

    /** Reads a text beside the last document accepted, which came from elsewhere. */
    default D parseFromElsewhere(String text, D previous) throws InvalidDocument {
        return parse(text, null);
    }

    /** Reads a text that was accepted at some time before, by what is asked for now. */
    default D parseAgain(String text, Instant accepted) throws InvalidDocument {
        return parse(text, null);
    }

    /** What a text that is not to be used any more says of what is older than it; null if it says nothing. */
    default @Nullable D counted(String text) {
        return null;
    }

    /** Refuses a document that was accepted, and is still what its origin has, if its time is over. */
    default void recheck(D document) throws InvalidDocument {}

    /** What remains of a document in force that would not be accepted now. */
    default D doubted(D document) {
        return document;
    }
}

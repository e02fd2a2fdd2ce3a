package org.migrationmodes.source;

import org.jspecify.annotations.Nullable;

/** What one look at a source brought. */
sealed interface Reading {
    /**
     * There is a text that differs from the last one reported. Nothing is said about its worth yet.
     *
     * @param origin where it was found: a path or a URL
     * @param validator what to ask with next time, once this text is accepted
     */
    record Changed(String origin, String text, @Nullable Validator validator) implements Reading {}

    /** The source answers that the text accepted last is still what it has. */
    record Confirmed() implements Reading {}

    /** There is nothing new: whatever was last said of the source still holds. */
    record Unchanged() implements Reading {}

    /** The source does not answer with a document; why, for the admin. */
    record Unavailable(String reason) implements Reading {}
}

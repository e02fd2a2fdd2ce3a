package org.migrationmodes.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.migrationmodes.flag.Mode;

/** What a profile says of one request, from the most harmless on. */
public enum Verdict {
    /** Shows something. */
    READ,
    /** Logs in or out. */
    SESSION,
    /** Opens an editor. */
    FORM,
    /** Changes what the host stores. */
    WRITE;

    /**
     * Finds the verdict of a word as it stands in a profile.
     *
     * @param word lower case
     * @return empty if there is no such verdict
     */
    static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a request with this verdict reaches the host.
     *
     * @param mode the mode that holds
     * @return false if it is refused
     */
    public boolean passes(Mode mode) {
        return switch (mode) {
            case NORMAL, ANNOUNCED -> true;
            case READ_ONLY, MOVED -> this == READ || this == SESSION;
            case CLOSED -> false;
        };
    }
}

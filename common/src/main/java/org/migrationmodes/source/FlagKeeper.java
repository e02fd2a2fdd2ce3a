package org.migrationmodes.source;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;

/**
 * Believes one source: accepts what is valid, keeps it in memory and on disk, and stays with it whatever comes later that
 * is not. Not thread-safe.
 *
 * <p>A document is doubted once it would be refused by what is asked for now, such as another key. Its like is then judged
 * anew, and its validator is of no use.
 *
 * @param <D> what the document means
 */
final class FlagKeeper<D> {
    private static final int MOST_WARNINGS = 20;
    private static final int MOST_ERRORS = 200;
    // Ports, milliseconds and hash codes make the same trouble no other one.
    private static final Pattern PASSING = Pattern.compile("@[0-9a-f]{4,}|[0-9]{4,}");

    private final System.Logger log = System.getLogger(FlagKeeper.class.getName());
    private final String slot;
    private final DocumentParser<D> parser;
    private final Memory memory;
    private final Timer timer;
    private @Nullable Copy copy;
    private @Nullable D document;
    private @Nullable D last;
    private boolean doubted;
    private boolean lost;
    private SourceStatus.State state = SourceStatus.State.INITIALIZING;
    private Instant since;
    private @Nullable String problem;
    private final Set<String> warned = new HashSet<>();

    FlagKeeper(String slot, DocumentParser<D> parser, Memory memory, Timer timer) {
        this.slot = slot;
        this.parser = parser;
        this.memory = memory;
        this.timer = timer;
        this.since = timer.now();
    }

    /** Reads the copy on disk, if there is one. */
    void recall() {
        Copy found = memory.recall(slot);
        if (found == null) {
            lost = memory.isLost(slot);
            return;
        }
        copy = found;
        try {
            document = guarded(() -> parser.parseAgain(found.text(), found.accepted()));
            last = document;
        } catch (InvalidDocument e) {
            lost = true;
            last = parser.counted(found.text());
            log.log(
                    System.Logger.Level.WARNING,
                    "The copy of {0} on disk is not valid and not used, so what was in force stays so, as far as it is"
                            + " known: {1}",
                    found.origin(),
                    e.getMessage());
        }
    }

    /** Another source is asked from now on, of which nothing is known yet; the document stays. */
    void beginAnew() {
        become(SourceStatus.State.INITIALIZING, null);
    }

    /**
     * Judges the document anew, if it came from this origin, after something may have changed of what it is judged by. One
     * that would be refused now stays if it is in force, but opens nothing any more; else it is not to come into force. What
     * is older than it is refused all the same.
     */
    void rejudge(String origin, boolean inForce) {
        Copy known = copy;
        if (known == null || !known.origin().equals(origin)) {
            return;
        }
        D held = inForce ? document : null;
        try {
            D anew = guarded(() -> parser.parseAgain(known.text(), known.accepted()));
            if (held == null) {
                parser.recheck(anew);
            }
            document = anew;
            last = anew;
            doubted = false;
        } catch (InvalidDocument e) {
            document = held == null ? null : parser.doubted(held);
            doubted = true;
            interrupted(System.Logger.Level.ERROR, known.origin() + ": " + e.getMessage());
        }
    }

    /** Takes what a look brought, and says whether another document is in force now. */
    boolean offer(Reading reading) {
        if (reading instanceof Reading.Changed changed) {
            return consider(changed);
        }
        if (reading instanceof Reading.Unavailable unavailable) {
            interrupted(System.Logger.Level.WARNING, unavailable.reason());
        } else if (reading instanceof Reading.Confirmed && document != null && !doubted) {
            confirmed(document);
        }
        return false;
    }

    private boolean consider(Reading.Changed changed) {
        Copy known = copy;
        D held = document;
        boolean sameOrigin = known != null && known.origin().equals(changed.origin());
        Instant accepted = timer.now();
        if (known != null && sameOrigin && known.text().equals(changed.text())) {
            // The time of acceptance stays where the text does: to visitors and scripts nothing has happened.
            accepted = known.accepted();
            if (held != null && !doubted) {
                copy = new Copy(known.origin(), accepted, changed.validator(), known.text());
                confirmed(held);
                return false;
            }
        }
        D previous = last;
        try {
            document = guarded(() -> previous == null || sameOrigin
                    ? parser.parse(changed.text(), previous)
                    : parser.parseFromElsewhere(changed.text(), previous));
        } catch (InvalidDocument e) {
            interrupted(System.Logger.Level.ERROR, changed.origin() + ": " + e.getMessage());
            return false;
        }
        last = document;
        doubted = false;
        Copy kept = new Copy(changed.origin(), accepted, changed.validator(), changed.text());
        copy = kept;
        memory.keep(slot, kept);
        valid();
        return true;
    }

    /** Reads a document. */
    private interface Reader<D> {
        D read() throws InvalidDocument;
    }

    private D guarded(Reader<D> reader) throws InvalidDocument {
        try {
            return reader.read();
        } catch (RuntimeException | StackOverflowError e) {
            log.log(System.Logger.Level.DEBUG, "A document could not be read", e);
            throw new InvalidDocument("", "reading it failed, which it should not: " + e);
        }
    }

    private void confirmed(D accepted) {
        try {
            parser.recheck(accepted);
            valid();
        } catch (InvalidDocument e) {
            interrupted(System.Logger.Level.ERROR, origin() + ": " + e.getMessage());
        }
    }

    private void valid() {
        if (state != SourceStatus.State.VALID) {
            log.log(
                    System.Logger.Level.INFO,
                    state == SourceStatus.State.INTERRUPTED ? "{0} is valid again" : "{0} is valid",
                    copy == null ? slot : copy.origin());
        }
        become(SourceStatus.State.VALID, null);
    }

    private void interrupted(System.Logger.Level level, String reason) {
        // Not the same again and again where a source changes between several troubles.
        boolean wrong = level == System.Logger.Level.ERROR;
        boolean room = warned.size() < (wrong ? MOST_ERRORS : MOST_WARNINGS);
        if (room && warned.add(wrong ? reason : PASSING.matcher(reason).replaceAll("#"))) {
            log.log(level, "{0}; {1}", reason, consequence());
        }
        become(SourceStatus.State.INTERRUPTED, reason);
    }

    private String consequence() {
        if (document != null) {
            return "the last good document stays in force";
        }
        return copy == null
                ? "no valid one was ever read, so the mode stays as it was"
                : "what was in force stays so until a valid one is read";
    }

    private void become(SourceStatus.State next, @Nullable String why) {
        if (state != next) {
            since = timer.now();
        }
        state = next;
        problem = why;
        if (why == null) {
            warned.clear();
        }
    }

    /** Says what is odd in the document in force. */
    void warn(List<String> warnings) {
        warnings.forEach(warning -> log.log(System.Logger.Level.WARNING, "{0}: {1}", origin(), warning));
    }

    @Nullable
    D document() {
        return document;
    }

    /** Whether there was a copy on disk that cannot be used. */
    boolean isLost() {
        return lost;
    }

    /** Where the document in force came from. */
    @Nullable
    String origin() {
        return copy == null || document == null ? null : copy.origin();
    }

    /** When the document in force was accepted. */
    @Nullable
    Instant accepted() {
        return copy == null || document == null ? null : copy.accepted();
    }

    /** What to ask the origin with, if the document in force came from there. */
    @Nullable
    Validator validator(String origin) {
        return copy != null && !doubted && origin.equals(origin()) ? copy.validator() : null;
    }

    SourceStatus status(@Nullable Long epoch) {
        return new SourceStatus(origin(), state, since, problem, accepted(), epoch);
    }
}

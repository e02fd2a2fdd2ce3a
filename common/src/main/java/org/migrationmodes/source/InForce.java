package org.migrationmodes.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.FlagDocument;
import org.migrationmodes.flag.FlagJson;
import org.migrationmodes.flag.FlagWriter;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Section;

/**
 * The flag in force, in memory and on disk. On disk it bridges the gap in which no source says anything, such as a file
 * that was told to follow a website that has not answered yet. Not thread-safe but for {@link #flag}.
 */
final class InForce {
    private static final String SLOT = "in-force";

    private final System.Logger log = System.getLogger(InForce.class.getName());
    private final Memory memory;
    private final Timer clock;
    private volatile Flag flag;
    private boolean said;

    InForce(String service, Memory memory, Timer clock) {
        this.memory = memory;
        this.clock = clock;
        this.flag = Flag.initial(service, Mode.NORMAL, clock.now());
    }

    Flag flag() {
        return flag;
    }

    /** Reads what held before the restart. */
    void recall() {
        FlagKeeper<FlagDocument> keeper =
                new FlagKeeper<>(SLOT, (text, previous) -> FlagJson.document(Section.parse(text)), memory, clock);
        keeper.recall();
        FlagDocument document = keeper.document();
        Instant since = keeper.accepted();
        if (document == null || since == null) {
            if (keeper.isLost()) {
                holdWhatCannotBeKnown();
            }
            return;
        }
        document.services().forEach((service, schedule) -> {
            Phase phase = schedule.at(since);
            flag = new Flag(
                    service,
                    phase.mode(),
                    since,
                    phase.until(),
                    phase.message(),
                    document.announcement(),
                    document.epoch(),
                    null);
            said = true;
        });
    }

    /** It may have been frozen: what reads on can be mended later, what writes on cannot. */
    private void holdWhatCannotBeKnown() {
        log.log(
                System.Logger.Level.ERROR,
                "What held before the restart cannot be read from disk, so this server is read-only until a source says"
                        + " otherwise; \"mode\": \"normal\" in the configuration file opens it");
        flag = Flag.initial(flag.service(), Mode.READ_ONLY, clock.now());
        said = true;
        // What was lost is no longer there at the next restart.
        keep(flag);
    }

    /** When the mode began that was read from disk; null if there was none. */
    @Nullable
    Instant recalledSince() {
        return said ? flag.since() : null;
    }

    /** What goes on holding where no source says anything: what held, or the given mode if nothing ever did. */
    Flag unsaid(String service, Mode initially) {
        Flag held = flag;
        if (!said) {
            return Flag.initial(service, initially, held.since());
        }
        return new Flag(
                service,
                held.mode(),
                held.since(),
                held.until(),
                held.message(),
                held.announcement(),
                held.epoch(),
                null);
    }

    /** Holds from now on; it is kept on disk where a source says so. */
    void put(Flag next, boolean bySource) {
        boolean keep = bySource && (!said || !next.equals(flag));
        flag = next;
        said |= bySource;
        if (keep) {
            keep(next);
        }
    }

    private void keep(Flag held) {
        memory.keep(SLOT, new Copy("in force", held.since(), null, FlagWriter.document(held)));
    }

    /** A flag that begins when its mode began, whatever else has changed since. */
    Flag withTrueBegin(Flag next) {
        Flag held = flag;
        @Nullable
        Instant begin = held.mode() == next.mode() && held.since().isBefore(next.since()) ? held.since() : null;
        return begin == null || !said ? next : next.since(begin);
    }
}

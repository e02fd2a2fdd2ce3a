package org.migrationmodes.flag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The modes of one service over time; a fixed mode is a schedule of one phase without a begin. */
public final class Schedule {
    /** Always normal: what holds for a service that no document names. */
    public static final Schedule NORMAL = fixed(Phase.NORMAL);

    private final List<Phase> phases;

    private Schedule(List<Phase> phases) {
        this.phases = phases;
    }

    /**
     * A mode that does not change.
     *
     * @param phase what holds
     * @return the schedule of this one phase
     */
    public static Schedule fixed(Phase phase) {
        return new Schedule(List.of(phase));
    }

    /**
     * Puts phases in the order of their begins.
     *
     * @param phases at least one, no two with the same begin
     * @return the schedule; before its first phase the mode is normal
     * @throws IllegalArgumentException if there is no phase, or two begin at the same time
     */
    public static Schedule of(List<Phase> phases) {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs at least one entry");
        }
        List<Phase> sorted =
                phases.stream().sorted(Comparator.comparing(Phase::at)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).at().equals(sorted.get(i - 1).at())) {
                throw new IllegalArgumentException(
                        "two entries at " + sorted.get(i).at());
            }
        }
        return new Schedule(sorted);
    }

    /**
     * What holds at a time: the last phase that has begun.
     *
     * @param now the time
     * @return {@link Phase#NORMAL} before the first
     */
    public Phase at(Instant now) {
        Phase current = Phase.NORMAL;
        for (Phase phase : phases) {
            if (phase.at().isAfter(now)) {
                break;
            }
            current = phase;
        }
        return current;
    }

    /**
     * The first phase that has not begun.
     *
     * @param now the time
     * @return empty if no change is ahead
     */
    public Optional<Phase> next(Instant now) {
        for (Phase phase : phases) {
            if (phase.at().isAfter(now)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    /**
     * What it says of a mode.
     *
     * @param mode the mode
     * @return the first phase of that mode, past or ahead
     */
    public Optional<Phase> first(Mode mode) {
        return phases.stream().filter(phase -> phase.mode() == mode).findFirst();
    }

    /**
     * What remains of it when nobody vouches for it after some time: what comes later is obeyed as far as it lets no more
     * through than what it follows.
     *
     * @param end the time
     * @return a schedule that is the same until then
     */
    public Schedule openingNothingAfter(Instant end) {
        List<Phase> kept = new ArrayList<>();
        Phase last = Phase.NORMAL;
        for (Phase phase : phases) {
            if (!phase.at().isAfter(end) || !phase.mode().isMoreOpenThan(last.mode())) {
                kept.add(phase);
                last = phase;
            }
        }
        return new Schedule(List.copyOf(kept));
    }

    /**
     * All phases, earliest first.
     *
     * @return an immutable list
     */
    public List<Phase> phases() {
        return phases;
    }
}

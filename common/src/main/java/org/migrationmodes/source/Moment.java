package org.migrationmodes.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Schedule;

/**
 * Now, by two clocks that may disagree.
 *
 * @param wall the machine's, which anybody may set
 * @param steady the one that nobody can set
 */
record Moment(Instant wall, Instant steady) {
    /** The clock that a schedule goes by: the wall clock, unless by the steady one less is let through. */
    Instant clockFor(Schedule schedule) {
        boolean opened =
                schedule.at(wall).mode().isMoreOpenThan(schedule.at(steady).mode());
        return opened ? steady : wall;
    }

    /** What has passed by one of the clocks has passed. */
    Instant later() {
        return wall.isAfter(steady) ? wall : steady;
    }

    /** What has passed by this has passed by both of the clocks. */
    Instant earlier() {
        return wall.isAfter(steady) ? steady : wall;
    }

    /** Whether it makes no difference which of the clocks is right. */
    boolean agreesOn(Schedule schedule) {
        return Objects.equals(schedule.at(wall), schedule.at(steady));
    }

    /** How long it is until one of the clocks comes to the next entry. */
    Optional<Duration> untilChange(Schedule schedule) {
        Duration byWall = untilChange(schedule, wall);
        Duration bySteady = untilChange(schedule, steady);
        boolean steadyFirst = byWall == null || (bySteady != null && bySteady.compareTo(byWall) < 0);
        return Optional.ofNullable(steadyFirst ? bySteady : byWall);
    }

    private static @Nullable Duration untilChange(Schedule schedule, Instant now) {
        Phase next = schedule.next(now).orElse(null);
        return next == null ? null : Duration.between(now, next.at());
    }
}

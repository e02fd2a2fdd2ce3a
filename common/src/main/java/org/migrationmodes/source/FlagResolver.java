package org.migrationmodes.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Announcement;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.FlagDocument;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Schedule;

/**
 * Decides which document rules: the file's own mode, else the published flag where one is followed, else the services of
 * the file. Where none of them says anything, what held before goes on holding.
 */
final class FlagResolver {
    /**
     * What rules, and why.
     *
     * @param flag what holds
     * @param bySource whether a document says so
     * @param reason for the log
     */
    record Resolved(Flag flag, boolean bySource, String reason) {}

    private FlagResolver() {}

    static Resolved resolve(
            FlagKeeper<Configuration> local, FlagKeeper<Published> remote, InForce inForce, Instant now) {
        Configuration file = local.document();
        if (file == null) {
            Flag held = inForce.flag();
            return new Resolved(inForce.unsaid(held.service(), Mode.NORMAL), false, "no source says anything");
        }
        Published published = remote.document();
        if (file.own() != null) {
            Announcement announcement = file.document().announcement();
            if (announcement == null && file.followed() != null && published != null) {
                announcement = published.document().announcement();
            }
            Flag flag = flag(file, Schedule.fixed(file.own()), announcement, file.document(), begin(local, now), now);
            return new Resolved(flag, true, "the configuration file says so");
        }
        Followed followed = file.followed();
        if (followed == null) {
            return new Resolved(
                    of(file, file.document(), begin(local, now), now), true, "the configuration file says so");
        }
        // A flag remembered from another address is not the one that the admin wants followed now.
        if (published == null || !followed.origin().equals(remote.origin())) {
            return new Resolved(
                    inForce.unsaid(file.service(), file.initially()),
                    false,
                    "the published flag at " + followed.origin() + " has not been read yet");
        }
        return new Resolved(
                of(file, published.document(), begin(remote, now), now),
                true,
                "the published flag at " + followed.origin() + " says so");
    }

    private static Instant begin(FlagKeeper<?> keeper, Instant now) {
        Instant accepted = keeper.accepted();
        return accepted == null ? now : accepted;
    }

    private static Flag of(Configuration file, FlagDocument document, Instant begin, Instant now) {
        Schedule schedule = document.of(file.service(), file.site());
        return flag(file, schedule, document.announcement(), document, begin, now);
    }

    private static Flag flag(
            Configuration file,
            Schedule schedule,
            @Nullable Announcement announcement,
            FlagDocument document,
            Instant begin,
            Instant now) {
        Phase phase = schedule.at(now);
        return new Flag(
                file.service(),
                phase.mode(),
                phase.at().equals(Instant.MIN) ? begin : phase.at(),
                phase.until(),
                phase.message(),
                announcement,
                document.epoch(),
                schedule.next(now).orElse(null));
    }
}

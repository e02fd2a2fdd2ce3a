package org.migrationmodes.source;

import java.time.Instant;
import java.util.Optional;
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
     * @param schedule what a document says, if one does
     * @param source for the log: which document
     * @param why for the log: what of it
     */
    record Resolved(Flag flag, Optional<Schedule> schedule, String source, String why) {
        /** Whether a document says so. */
        boolean bySource() {
            return schedule.isPresent();
        }
    }

    private final Configuration file;
    private final FlagKeeper<?> keeper;
    private final FlagDocument document;
    private final Moment now;

    /** One document that rules, and who keeps it. */
    private FlagResolver(Configuration file, FlagKeeper<?> keeper, FlagDocument document, Moment now) {
        this.file = file;
        this.keeper = keeper;
        this.document = document;
        this.now = now;
    }

    static Resolved resolve(
            FlagKeeper<Configuration> local, FlagKeeper<Published> remote, InForce inForce, Moment now) {
        Configuration file = local.document();
        if (file == null) {
            Flag held = inForce.flag();
            return unsaid(inForce.unsaid(held.service(), Mode.NORMAL), "none", "no source says anything");
        }
        FlagResolver byFile = new FlagResolver(file, local, file.document(), now);
        Published published = remote.document();
        Followed followed = file.followed();
        if (file.own() != null) {
            Announcement announcement = file.document().announcement();
            if (announcement == null && followed != null && published != null) {
                announcement = published.document().announcement();
            }
            return byFile.says(Schedule.fixed(file.own()), announcement);
        }
        if (followed == null) {
            return byFile.says();
        }
        // A flag remembered from another address is not the one that the admin wants followed now.
        if (published == null || !followed.origin().equals(remote.origin())) {
            return unsaid(
                    inForce.unsaid(file.service(), file.initially()), followed.origin(), "it has not been read yet");
        }
        return new FlagResolver(file, remote, published.document(), now).says();
    }

    private static Resolved unsaid(Flag flag, String source, String why) {
        return new Resolved(flag, Optional.empty(), source, why);
    }

    private Resolved says() {
        return says(document.of(file.service(), file.site()), document.announcement());
    }

    private Resolved says(Schedule schedule, @Nullable Announcement announcement) {
        Instant time = now.clockFor(schedule);
        Phase phase = schedule.at(time);
        boolean always = phase.at().equals(Instant.MIN);
        Instant accepted = keeper.accepted();
        Flag flag = new Flag(
                file.service(),
                phase.mode(),
                !always ? phase.at() : accepted == null ? now.wall() : accepted,
                phase.until(),
                phase.message(),
                announcement,
                document.epoch(),
                schedule.next(time).orElse(null));
        String source = keeper.origin() + (document.epoch() == null ? "" : ", epoch " + document.epoch());
        return new Resolved(
                flag,
                Optional.of(schedule),
                source,
                always ? "it says so" : "its schedule, from " + phase.at() + " on");
    }
}

package org.migrationmodes.flag;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds now for one service on this server. Immutable; a change makes a new one.
 *
 * @param service the service's name
 * @param mode what it does now
 * @param since when this mode began here
 * @param until when visitors may expect its end
 * @param message what visitors are told beside the built-in words
 * @param announcement where visitors read about it
 * @param epoch the number of the document that says so
 * @param next the change that is ahead, if one is scheduled
 */
public record Flag(
        String service,
        Mode mode,
        Instant since,
        @Nullable Instant until,
        Texts message,
        @Nullable Announcement announcement,
        @Nullable Long epoch,
        @Nullable Phase next) {
    /**
     * What holds where nothing was ever said.
     *
     * @param service the service's name
     * @param mode {@link Mode#NORMAL} unless configured otherwise
     * @param since when this server started
     * @return a flag without an announcement
     */
    public static Flag initial(String service, Mode mode, Instant since) {
        return new Flag(service, mode, since, null, Texts.NONE, null, null, null);
    }

    /**
     * This flag with another begin.
     *
     * @param begin when the mode began here
     * @return a copy
     */
    public Flag since(Instant begin) {
        return new Flag(service, mode, begin, until, message, announcement, epoch, next);
    }

    // A record's own is put together at its first use, which takes a tenth of what a server's start takes of us.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Flag flag
                && service.equals(flag.service)
                && mode == flag.mode
                && since.equals(flag.since)
                && Objects.equals(until, flag.until)
                && Objects.equals(message, flag.message)
                && Objects.equals(announcement, flag.announcement)
                && Objects.equals(epoch, flag.epoch)
                && Objects.equals(next, flag.next);
    }

    @Override
    public int hashCode() {
        return Objects.hash(service, mode, since, until, message, announcement, epoch, next);
    }
}

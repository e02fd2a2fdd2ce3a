package org.migrationmodes.flag;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole flag: which mode holds for which service, and the announcement.
 *
 * @param epoch the document's number; a remote document with a lower one than was already accepted is ignored
 * @param expires until when a signed document may be accepted
 * @param announcement where visitors read about it
 * @param services by {@code name} or {@code name@site}; must not change any more
 */
public record FlagDocument(
        @Nullable Long epoch,
        @Nullable Instant expires,
        @Nullable Announcement announcement,
        Map<String, Schedule> services) {
    /**
     * What this document says of one service: {@code name@site} beats {@code name}.
     *
     * @param service the service's name
     * @param site the name of the infrastructure that this server stands on, if it has one
     * @return {@link Schedule#NORMAL} for a service that is not named
     */
    public Schedule of(String service, @Nullable String site) {
        Schedule general = services.getOrDefault(service, Schedule.NORMAL);
        return site == null ? general : services.getOrDefault(service + "@" + site, general);
    }

    /**
     * This flag when nobody vouches for it after some time: from then on it opens nothing.
     *
     * @param end the time
     * @return a copy with shortened schedules
     */
    public FlagDocument openingNothingAfter(Instant end) {
        Map<String, Schedule> shortened = new LinkedHashMap<>(services);
        shortened.replaceAll((service, schedule) -> schedule.openingNothingAfter(end));
        return new FlagDocument(epoch, expires, announcement, Collections.unmodifiableMap(shortened));
    }
}

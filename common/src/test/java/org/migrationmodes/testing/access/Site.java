package org.migrationmodes.testing.access;

import java.time.Duration;
import java.time.Instant;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.MigrationFile;

/**
 * A running host with the packaged plugin in it.
 *
 * @param file its configuration
 * @param context its context path
 * @param page a page that is read, as a path in the host
 * @param editor a page that is refused in read-only, as a path in the host
 */
public record Site(Host host, MigrationFile file, String context, String page, String editor) {
    private static final String FLAG = """
            {
              "mode": "%s",
              "until": "2031-02-26T22:00:00Z",
              "announcement": {
                "url": "%s",
                "title": { "en": "Our move to new servers", "ar": "انتقالنا إلى خوادم جديدة" }
              },
              %s
            }
            """;

    /** Returns when the mode holds. */
    void say(String mode) {
        say(mode, "");
    }

    /** As {@link #say(String)}, with more settings in the file. */
    void say(String mode, String settings) {
        file.write(FLAG.formatted(mode, MigrationFile.ANNOUNCEMENT, settings));
        MigrationFile.awaitMode(mode, host, context);
    }

    /** Returns when the announcement holds. */
    void announceFreezeIn(Duration time) {
        Instant now = Instant.now();
        file.write("""
                { "services": { "wiki": { "schedule": %1$s }, "forum": { "schedule": %1$s } } }
                """.formatted("""
                [ { "at": "%s", "mode": "announced" }, { "at": "%s", "mode": "read-only" } ]""".formatted(now.minusSeconds(1), now.plus(time))));
        MigrationFile.awaitMode("announced", host, context);
    }

    String url(String path) {
        return host.url(context + path);
    }
}

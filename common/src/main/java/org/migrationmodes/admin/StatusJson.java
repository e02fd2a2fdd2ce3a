package org.migrationmodes.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.banner.NoticeJson;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.FlagWriter;
import org.migrationmodes.flag.JsonText;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.gate.Census;
import org.migrationmodes.source.FlagStatus;
import org.migrationmodes.source.SourceStatus;

/** What {@code status.json} says: the flag to everybody, and to insiders how sure it is. */
final class StatusJson {
    private StatusJson() {}

    static String visitors(Flag flag, Notice notice) {
        return JsonText.write(flag(flag, notice));
    }

    static String insiders(FlagStatus status, Census census, Flag flag, Notice notice, String profile) {
        Map<String, Object> drain = new LinkedHashMap<>();
        drain.put("drained", census.isDrained());
        drain.put("running", census.runningFromBefore());
        Map<String, Object> sources = new LinkedHashMap<>();
        sources.put("file", source(status.file()));
        sources.put("remote", source(status.remote()));
        Map<String, Object> all = flag(flag, notice);
        all.put("profile", profile);
        all.put("drain", drain);
        all.put("sources", sources);
        all.put("memory", status.memory());
        all.put("clock", status.clock());
        return JsonText.write(all);
    }

    private static Map<String, Object> flag(Flag flag, Notice notice) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("service", flag.service());
        object.put("mode", flag.mode().word());
        object.put("since", flag.since().toString());
        object.put("until", text(flag.until()));
        object.put("message", FlagWriter.texts(flag.message()));
        Phase next = flag.next();
        object.put(
                "next",
                next == null
                        ? null
                        : Map.of("at", next.at().toString(), "mode", next.mode().word()));
        object.put("announcement", FlagWriter.announcement(flag.announcement()));
        object.put("epoch", flag.epoch());
        boolean normal = flag.mode() == Mode.NORMAL;
        object.put("banner", normal ? null : NoticeJson.banner(notice));
        object.put("editor", normal && next == null ? null : NoticeJson.editor(notice));
        return object;
    }

    private static Map<String, Object> source(SourceStatus source) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("origin", source.origin());
        object.put("state", source.state().name().toLowerCase(Locale.ROOT));
        object.put(
                "since",
                source.state() == SourceStatus.State.OFF ? null : source.since().toString());
        object.put("problem", source.problem());
        object.put("accepted", text(source.accepted()));
        object.put("epoch", source.epoch());
        return object;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}

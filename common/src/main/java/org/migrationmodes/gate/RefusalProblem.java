package org.migrationmodes.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationmodes.banner.Notice;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.FlagWriter;
import org.migrationmodes.flag.JsonText;

/** A refusal for a program (RFC 9457). */
final class RefusalProblem {
    private static final String TYPE = "urn:migration-modes:refused:";

    private RefusalProblem() {}

    static String render(Refusal refusal) {
        Flag flag = refusal.flag();
        Notice notice = refusal.notice();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", TYPE + flag.mode().word());
        problem.put("title", notice.title());
        problem.put("status", 503);
        problem.put("detail", refusal.outcome() + " " + notice.detail().text());
        problem.put("mode", flag.mode().word());
        problem.put("epoch", flag.epoch());
        problem.put("until", flag.until() == null ? null : flag.until().toString());
        problem.put("announcement", FlagWriter.announcement(flag.announcement()));
        return JsonText.write(problem);
    }
}

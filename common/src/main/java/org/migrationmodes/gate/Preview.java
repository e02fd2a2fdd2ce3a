package org.migrationmodes.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;
import org.migrationmodes.flag.Schedule;

/**
 * What an insider sees who asks for {@code ?migration-preview=<mode>}: pages and refusals as they will be in that mode.
 * For everybody else the parameter does not exist. It opens nothing: what the mode of now refuses stays refused.
 * Thread-safe.
 */
public final class Preview {
    /** The parameter's name in a query string. */
    public static final String PARAMETER = "migration-preview";

    private final Predicate<HttpServletRequest> insiders;
    private final Supplier<Schedule> schedule;

    /**
     * Makes previews.
     *
     * @param insiders who may have them
     * @param schedule the modes over time, by the document that rules
     */
    public Preview(Predicate<HttpServletRequest> insiders, Supplier<Schedule> schedule) {
        this.insiders = insiders;
        this.schedule = schedule;
    }

    /** Which modes an insider asks to see: none for everybody else, several only by mistake. */
    List<String> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains(PARAMETER) || !isRead(request) || !insiders.test(request)) {
            return List.of();
        }
        return Parameters.parse(query, StandardCharsets.UTF_8).values(PARAMETER);
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /**
     * The flag as it will be.
     *
     * @return null if the words name no mode, and the response says so
     */
    @Nullable
    Flag flag(Flag now, List<String> asked, HttpServletResponse response) throws IOException {
        Optional<Mode> mode = asked.size() == 1 ? Mode.of(asked.get(0)) : Optional.empty();
        if (mode.isPresent()) {
            return as(now, mode.get());
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream()
                .write((PARAMETER + ": \"" + String.join("\", \"", asked) + "\" is not a mode; the modes are "
                                + Mode.words() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        return null;
    }

    private Flag as(Flag now, Mode mode) {
        if (mode == now.mode()) {
            return now;
        }
        Schedule ahead = schedule.get();
        Phase phase = ahead.first(mode).orElse(Phase.always(mode));
        boolean dated = !phase.at().equals(Instant.MIN);
        return new Flag(
                now.service(),
                mode,
                dated ? phase.at() : now.since(),
                phase.until(),
                phase.message(),
                now.announcement(),
                now.epoch(),
                dated ? ahead.next(phase.at()).orElse(null) : now.next());
    }
}

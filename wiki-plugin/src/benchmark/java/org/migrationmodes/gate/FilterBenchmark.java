package org.migrationmodes.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Schedule;
import org.migrationmodes.wiki.WikiModeFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the whole filter takes, around a host that does nothing. */
@State(Scope.Benchmark)
public class FilterBenchmark {
    private static final int MIDDLE = 64;

    /** The mode that holds. */
    @Param({"normal", "announced", "read-only"})
    @SuppressWarnings("NullAway.Init")
    public String mode;

    @SuppressWarnings("NullAway.Init")
    private ModeFilter filter;

    /** What a thread asks, and what has come of it. */
    @State(Scope.Thread)
    public static class Visit {
        private final StillRequest request = new StillRequest("GET", "/Wiki.jsp?page=Main", null);
        private final StillResponse response = new StillResponse();
        /** What is written in the middle of it shares its cache line with nothing that another thread reads. */
        private final @Nullable ServletResponse[] reached = new ServletResponse[2 * MIDDLE];

        private final FilterChain host = (request, given) -> reached[MIDDLE] = given;
    }

    /**
     * Makes the filter, and sees that a page reaches the host, to get a banner or not, and that a write is refused.
     *
     * @throws IOException never
     * @throws ServletException never
     */
    @Setup
    public void prepare() throws IOException, ServletException {
        Mode holds = Mode.of(mode).orElseThrow();
        Profiles profiles = Profiles.of(WikiModeFilter.class, List.of("jspwiki", "xwiki"));
        GateSettings settings = new GateSettings(profiles, WikiModeFilter.class.getClassLoader());
        OwnPaths own = (request, response, name) -> {};
        Preview preview = new Preview(request -> false, () -> Schedule.NORMAL);
        PageSetup setup = new PageSetup(Wording.beside(WikiModeFilter.class), new BannerSettings(), "", Instant::now);
        filter = new ModeFilter(new Census(Flag.initial("wiki", holds, Instant.EPOCH)), settings, own, preview, setup);
        Visit visit = new Visit();
        ServletResponse reached = visit(visit);
        if (reached == null || (reached == visit.response) == holds.showsBanner()) {
            throw new IllegalStateException(mode + ": the host was given " + reached);
        }
    }

    /**
     * One request.
     *
     * @param visit who asks
     * @return what reached the host
     * @throws IOException never
     * @throws ServletException never
     */
    @Benchmark
    public @Nullable ServletResponse visit(Visit visit) throws IOException, ServletException {
        visit.reached[MIDDLE] = null;
        filter.doFilter(visit.request.again(), visit.response, visit.host);
        return visit.reached[MIDDLE];
    }
}

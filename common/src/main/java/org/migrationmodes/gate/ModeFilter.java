package org.migrationmodes.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;

/**
 * A request's way: counted in under the flag that holds, judged, refused or handed to the host with or without a banner,
 * and counted out when it is over. In normal mode it is counted and handed on as it is, but
 * for what caches are told while a change is ahead. Thread-safe.
 */
public final class ModeFilter {
    private static final String STATUS = OwnPaths.PREFIX + "status.json";

    private final Census census;
    private final GateSettings settings;
    private final OwnPaths ownPaths;
    private final Refusals refusals;
    private final BannerPages pages;
    private final Preview preview;
    private final String admitted;
    private final String form;
    private volatile @Nullable View usual;

    /**
     * Makes the way.
     *
     * @param census counts, and knows the flag
     * @param settings know how to judge
     * @param ownPaths answers what the host never sees
     * @param preview what insiders ask to see
     * @param setup what visitors see
     */
    public ModeFilter(Census census, GateSettings settings, OwnPaths ownPaths, Preview preview, PageSetup setup) {
        this.census = census;
        this.settings = settings;
        this.ownPaths = ownPaths;
        this.preview = preview;
        this.refusals = new Refusals(setup);
        // Another plugin in the same web application has its own mode, and must not take our word for its own.
        this.admitted = ModeFilter.class.getName() + ".flag." + census.flag().service();
        this.form = admitted + ".form";
        this.pages = new BannerPages(setup, admitted + ".page");
    }

    /**
     * Takes a request on its way.
     *
     * @param request as the container made it
     * @param response as the container made it
     * @param chain leads to the host
     * @throws IOException from the host or the connection
     * @throws ServletException from the host
     */
    public void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            // Judged and counted already; its page may still need the banner.
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                // After a plain startAsync the container comes with its own request, whose body is read already.
                HttpServletRequest whole =
                        request.getAttribute(form) instanceof FormBody body ? body.replayed(request) : request;
                pages.passAgain(whole, response, chain);
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Census.Term term = census.admit();
        boolean over = true;
        try {
            if (isOwn(request)) {
                ownPaths.answer(request, response, JudgedRequest.path(request).substring(OwnPaths.PREFIX.length()));
                return;
            }
            admit(term.flag(), preview.asked(request), request, response, chain);
            over = !request.isAsyncStarted() || !staysUntilEnd(request, term);
        } finally {
            // After an exception the container ends the request itself, and Tomcat then tells no listener.
            if (over) {
                term.leave();
            }
        }
    }

    private boolean isOwn(HttpServletRequest request) {
        String path = request.getServletPath();
        String start = path.isEmpty() && request.getPathInfo() != null ? request.getPathInfo() : path;
        return start.startsWith(OwnPaths.PREFIX) && !isAnothers(start, request);
    }

    /** What the script of another plugin's banner asks: that one answers, if it is there, and what holds here is obeyed. */
    private boolean isAnothers(String path, HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !path.equals(STATUS)) {
            return false;
        }
        List<String> asked = Parameters.parse(query, StandardCharsets.UTF_8).values("service");
        return asked.size() == 1 && !asked.contains(census.flag().service());
    }

    private void admit(
            Flag flag, List<String> asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (asked.isEmpty()) {
            pass(usual(flag), request, response, chain);
            return;
        }
        Flag previewed = preview.flag(flag, asked, response);
        if (previewed != null) {
            pass(new View(flag, previewed, true), request, response, chain);
        }
    }

    // A flag that is equal and not the same only makes its view once more.
    @SuppressWarnings("ReferenceEquality")
    private View usual(Flag flag) {
        View known = usual;
        if (known == null || known.flag() != flag) {
            known = new View(flag, flag, false);
            usual = known;
        }
        return known;
    }

    private void pass(View view, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Flag flag = view.flag();
        boolean quiet = view.isQuiet() && !BannerPages.isKept(flag, request);
        if (quiet || request.getAttribute(admitted) != null) {
            chain.doFilter(request, response);
            return;
        }
        JudgedRequest judged = new JudgedRequest(request);
        Rules rules = settings.rules();
        if (rules.alwaysPasses(judged.path())) {
            chain.doFilter(request, response);
            return;
        }
        if (view.isFrozen()) {
            Verdict verdict = rules.profile().judge(judged);
            boolean passes = verdict.passes(flag.mode());
            if (!passes || !verdict.passes(view.shown().mode())) {
                String readingView = rules.profile().readingView(judged);
                Flag told = passes ? view.shown() : flag;
                refusals.answer(told, passes && view.previewed(), verdict, judged, readingView, request, response);
                return;
            }
        }
        request.setAttribute(admitted, flag);
        HttpServletRequest passed = judged.body().replayed(request);
        if (passed instanceof ReplayedRequest) {
            request.setAttribute(form, judged.body());
        }
        if (pages.isDue(view, judged, rules, request)) {
            pages.pass(view, passed, response, chain);
        } else if (BannerPages.isKept(flag, request) && rules.profile().allowsBanner(judged)) {
            pages.passWithoutBanner(view, passed, response, chain);
        } else {
            chain.doFilter(passed, response);
        }
    }

    /** Whether the census will hear of the end; if it is over already, nobody would tell. */
    private static boolean staysUntilEnd(HttpServletRequest request, Census.Term term) {
        try {
            Census.leaveAtEnd(request.getAsyncContext(), term);
            return true;
        } catch (IllegalStateException completed) {
            return false;
        }
    }
}

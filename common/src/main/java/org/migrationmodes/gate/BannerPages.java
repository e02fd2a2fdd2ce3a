package org.migrationmodes.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.Banner;
import org.migrationmodes.banner.BannerResponse;
import org.migrationmodes.banner.Caching;
import org.migrationmodes.banner.Freshness;
import org.migrationmodes.banner.HeadMemory;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.banner.PageRequest;
import org.migrationmodes.banner.PageView;
import org.migrationmodes.banner.Vary;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.flag.Phase;

/** Hands requests for pages to the host in a way that puts the banner into what comes back. Thread-safe. */
final class BannerPages {
    private static final String ACCEPT_LANGUAGE = "Accept-Language";
    /** How long a page with a banner is believed: the flag may change at any time. */
    private static final Duration WITH_BANNER = Duration.ofMinutes(1);
    /** So long before a first change pages bring the script along, for tabs that will be open then. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final PageSetup setup;
    private final String attribute;
    private final String folder;
    private final Vary vary;
    private final Vary nearVary = Vary.on(PageView.headers());
    private final HeadMemory heads = new HeadMemory();
    private volatile @Nullable Due usual;

    /** What is in the pages as long as a flag holds, and how long caches may believe it. */
    private record Due(Flag flag, Banner banner, Freshness freshness) {}

    /** A response on its way, what the host must not see of its request, and the request without that. */
    private record Page(BannerResponse response, UnaryOperator<HttpServletRequest> hiding, HttpServletRequest asked) {

        boolean isHidden(HttpServletRequest request) {
            return asked instanceof PageRequest known && known.isIn(request);
        }
    }

    /** The attribute keeps a request's wrapper between its dispatches. */
    BannerPages(PageSetup setup, String attribute) {
        this.setup = setup;
        this.attribute = attribute;
        List<String> names = new ArrayList<>(PageView.headers());
        names.add(ACCEPT_LANGUAGE);
        this.vary = Vary.on(names);
        this.folder = setup.folder();
    }

    /** Whether the answer to a request may be a page that the banner belongs into, or the script that will show it. */
    boolean isDue(View view, JudgedRequest judged, Rules rules, HttpServletRequest request) {
        return (view.shown().mode().showsBanner() || (!view.previewed() && isNear(view.shown())))
                && PageView.isPageView(request)
                && rules.profile().allowsBanner(judged);
    }

    /**
     * Whether a cache may keep the answer to a request and take it for one with the banner that is due, or for one
     * without when it is due later on. What the client says of itself changes nothing: caches share between clients.
     */
    static boolean isKept(Flag flag, HttpServletRequest request) {
        return (flag.mode().showsBanner() || flag.next() != null) && PageView.isSafe(request);
    }

    /** Whether nothing is shown yet, and an open tab will have to tell of a change soon. */
    private boolean isNear(Flag flag) {
        Phase next = flag.next();
        return next != null
                && flag.mode() == Mode.NORMAL
                && setup.banner().script()
                && next.at().isBefore(setup.clock().instant().plus(AHEAD));
    }

    void pass(View view, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Due due = due(view);
        Banner banner = due.banner();
        String languages = request.getHeader(ACCEPT_LANGUAGE);
        // A page whose policy forbids some of it has another banner, whose copies are not confirmed but sent again.
        PagePolicy ours = setup.banner().script() ? PagePolicy.ALL : PagePolicy.NO_SCRIPT;
        Supplier<byte[]> usual = () -> banner.markup(languages, ours);
        Function<List<String>, byte[]> markup = metas -> {
            PagePolicy.vary(response, metas);
            PagePolicy theirs = PagePolicy.of(request, response, folder);
            return banner.markup(languages, ours.and(theirs).and(PagePolicy.ofMetas(request, metas, folder)));
        };
        Freshness freshness = due.freshness();
        UnaryOperator<HttpServletRequest> hiding =
                asked -> withoutCopiesAtTheEnd(freshness, PageRequest.of(asked, usual));
        HttpServletRequest asked = hiding.apply(request);
        Caching caching = caching(due.flag(), asked, freshness);
        BannerResponse answer = new BannerResponse(request, response, setup.banner(), markup, caching, heads);
        pass(new Page(answer, hiding, asked), asked, answer, chain);
    }

    /** No banner goes in, and what caches are told of the page is as true as if one did. */
    void passWithoutBanner(View view, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Freshness freshness = due(view).freshness();
        Caching caching = caching(view.shown(), request, freshness);
        BannerResponse answer = BannerResponse.withoutBanner(request, response, caching);
        UnaryOperator<HttpServletRequest> hiding = asked -> withoutCopiesAtTheEnd(freshness, asked);
        HttpServletRequest asked = hiding.apply(request);
        pass(new Page(answer, hiding, asked), asked, answer, chain);
    }

    /** What an insider sees before its time nobody is to keep. */
    private Freshness freshness(View view) {
        if (view.previewed()) {
            return Freshness.never(setup.clock());
        }
        Flag flag = view.shown();
        Phase next = flag.next();
        return new Freshness(
                setup.clock(), flag.mode().showsBanner() ? WITH_BANNER : null, next == null ? null : next.at());
    }

    private Caching caching(Flag flag, HttpServletRequest request, Freshness freshness) {
        Vary names = flag.mode().showsBanner() ? vary : isNear(flag) ? nearVary : Vary.NONE;
        return Caching.of(request, freshness, names);
    }

    private static HttpServletRequest withoutCopiesAtTheEnd(Freshness freshness, HttpServletRequest request) {
        boolean confirming = freshness.seconds() > 0 || !PageView.isSafe(request);
        return confirming ? request : PageRequest.withoutCopies(request);
    }

    /**
     * An asynchronous dispatch. After a plain startAsync the container comes with its own response again, and what was
     * found out about the page so far is with the first wrapper.
     */
    void passAgain(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(attribute) instanceof Page page) {
            HttpServletResponse answer = page.response().isIn(response) ? response : page.response();
            if (page.isHidden(request)) {
                pass(page, request, answer, chain);
            } else {
                HttpServletRequest asked = page.hiding().apply(request);
                pass(new Page(page.response(), page.hiding(), asked), asked, answer, chain);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private void pass(Page page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(attribute, page);
        boolean returned = false;
        try {
            chain.doFilter(request, response);
            returned = true;
        } finally {
            if (request.isAsyncStarted()) {
                page.response().neverHold();
            } else if (returned) {
                page.response().finish();
            } else {
                page.response().fail();
            }
        }
    }

    // A flag that is equal and not the same only makes the banner once more.
    @SuppressWarnings("ReferenceEquality")
    private Due due(View view) {
        if (view.previewed()) {
            return make(view);
        }
        Due known = usual;
        if (known == null || known.flag() != view.shown()) {
            known = make(view);
            usual = known;
        }
        return known;
    }

    private Due make(View view) {
        Flag flag = view.shown();
        return new Due(flag, new Banner(flag, setup.wording(), folder, view.previewed()), freshness(view));
    }
}

package org.migrationmodes.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.banner.Banner;
import org.migrationmodes.banner.BannerResponse;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.banner.PagePolicy;
import org.migrationmodes.banner.PageView;
import org.migrationmodes.banner.UnconditionalRequest;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;

/** Hands requests for pages to the host in a way that puts the banner into what comes back. Thread-safe. */
final class BannerPages {
    private static final String ACCEPT_LANGUAGE = "Accept-Language";

    private final BannerSettings settings;
    private final Wording wording;
    private final String folder;
    private final String attribute;
    private final String vary;
    private volatile @Nullable Banner banner;

    /** The attribute keeps a request's wrapper between its dispatches. */
    BannerPages(BannerSettings settings, Wording wording, String folder, String attribute) {
        this.settings = settings;
        this.wording = wording;
        this.folder = folder;
        this.attribute = attribute;
        List<String> names = new ArrayList<>(PageView.headers());
        names.add(ACCEPT_LANGUAGE);
        this.vary = String.join(", ", names);
    }

    /** Whether the answer to a request may be a page that the banner belongs into. */
    static boolean isDue(Flag flag, JudgedRequest judged, Rules rules, HttpServletRequest request) {
        return flag.mode().showsBanner()
                && PageView.isPageView(request)
                && rules.profile().allowsBanner(judged);
    }

    void pass(Flag flag, boolean previewed, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Banner due = previewed ? new Banner(flag, wording, folder, true) : banner(flag);
        String languages = request.getHeader(ACCEPT_LANGUAGE);
        BannerResponse page = new BannerResponse(request, response, settings, () -> {
            response.addHeader("Vary", vary);
            return due.markup(languages, PagePolicy.of(request, response, folder));
        });
        request.setAttribute(attribute, page);
        pass(page, UnconditionalRequest.of(request), page, chain);
    }

    /**
     * An asynchronous dispatch. After a plain startAsync the container comes with its own response again, and what was
     * found out about the page so far is with the first wrapper.
     */
    void passAgain(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(attribute) instanceof BannerResponse page) {
            boolean wrapped = BannerResponse.find(response).isPresent();
            pass(page, UnconditionalRequest.of(request), wrapped ? response : page, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void pass(
            BannerResponse page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                page.neverHold();
            } else {
                page.finish();
            }
        }
    }

    // A flag that is equal and not the same only makes the banner once more.
    @SuppressWarnings("ReferenceEquality")
    private Banner banner(Flag flag) {
        Banner known = banner;
        if (known == null || known.flag() != flag) {
            known = new Banner(flag, wording, folder, false);
            banner = known;
        }
        return known;
    }
}

package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Uses the wrapper as the plugin's filter does, for requests that ask for it by a header. */
final class BannerFilter extends HttpFilter {

    static final String MARKUP = "<div id=\"mm\">&#x41B;</div>";
    static final String CHAIN_RETURNED = "chain returned";
    static final String SWITCH = "Test-Banner";
    private static final String PAGE = BannerResponse.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHeader(SWITCH) == null) {
            chain.doFilter(request, response);
            return;
        }
        BannerResponse page = (BannerResponse) request.getAttribute(PAGE);
        if (page == null) {
            page = new BannerResponse(request, response, new BannerSettings(), () -> MARKUP.getBytes(US_ASCII));
            request.setAttribute(PAGE, page);
        }
        CountDownLatch returned = new CountDownLatch(1);
        request.setAttribute(CHAIN_RETURNED, returned);
        boolean wrapped = page.isIn(response);
        boolean ended = false;
        try {
            chain.doFilter(request, wrapped ? response : page);
            ended = true;
        } finally {
            if (request.isAsyncStarted()) {
                page.neverHold();
            } else if (ended) {
                page.finish();
            } else {
                page.fail();
            }
            returned.countDown();
        }
    }
}

package org.migrationmodes.corpus;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.migrationmodes.banner.BannerResponse;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.banner.Caching;
import org.migrationmodes.banner.HeadMemory;
import org.migrationmodes.banner.Vary;

/** Uses the wrapper as the plugin's filter does. */
public final class CorpusFilter extends HttpFilter {
    static final String MARKUP = "<div id=\"migration-corpus\">&#x41B;</div>";
    private static final byte[] BYTES = MARKUP.getBytes(StandardCharsets.US_ASCII);
    private static final Caching UNTOLD = new Caching(null, Vary.NONE, false, null);
    private static final long serialVersionUID = 1;

    private final transient HeadMemory heads = new HeadMemory();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BannerResponse page =
                new BannerResponse(request, response, new BannerSettings(), metas -> BYTES, UNTOLD, heads);
        try {
            chain.doFilter(request, page);
        } finally {
            page.finish();
        }
    }
}

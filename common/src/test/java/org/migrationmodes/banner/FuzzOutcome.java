package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;

/**
 * What came of a visit.
 *
 * @param sent to the client, as Latin-1
 * @param size what was written, sent or not
 * @param length the Content-Length, or -1
 * @param committed whether the client has some of it before the end
 * @param thrown at the host
 */
record FuzzOutcome(String sent, int size, long length, boolean committed, String thrown) {
    static final int BOUND = 4096;
    private static final String BANNER = "<div id=\"mm~\">&#x41B;</div>";
    private static final List<String> BANNERS =
            List.of("UTF-32BE", "UTF-16LE", "UTF-16BE", "US-ASCII", "IBM037").stream()
                    .map(name -> new String(BANNER.getBytes(Charset.forName(name)), ISO_8859_1))
                    .toList();

    static FuzzOutcome bare(FuzzVisit visit) {
        SinkContainer container = new SinkContainer();
        return of(container, new FuzzHost(container, container.response, 0).visit(visit));
    }

    static FuzzOutcome wrapped(FuzzVisit visit) {
        SinkContainer container = new SinkContainer();
        BannerResponse response =
                new BannerResponse(container.request, container.response, settings(), () -> BANNER.getBytes(US_ASCII));
        String thrown = new FuzzHost(container, response, BOUND).visit(visit);
        try {
            response.finish();
        } catch (IOException | RuntimeException e) {
            thrown += "finish: " + e;
        }
        return of(container, thrown);
    }

    private static FuzzOutcome of(SinkContainer container, String thrown) {
        return new FuzzOutcome(
                new String(container.sent(), ISO_8859_1),
                container.size(),
                container.length(),
                container.isCommitted(),
                thrown);
    }

    private static BannerSettings settings() {
        try {
            BannerSettings settings = new BannerSettings();
            settings.prepare(Section.parse("{ \"banner\": { \"search\": " + BOUND + " } }"))
                    .run();
            return settings;
        } catch (InvalidDocument e) {
            throw new AssertionError(e);
        }
    }

    boolean isReadable(Charset charset) {
        return new String(sent.getBytes(ISO_8859_1), charset).contains(BANNER);
    }

    /** How many bytes the first banner takes; 0 if there is none. */
    int bannerLength() {
        return sent.length() - withoutBanner().length();
    }

    /** With the first banner taken out. */
    String withoutBanner() {
        for (String banner : BANNERS) {
            int at = sent.indexOf(banner);
            if (at >= 0) {
                return sent.substring(0, at) + sent.substring(at + banner.length());
            }
        }
        return sent;
    }
}

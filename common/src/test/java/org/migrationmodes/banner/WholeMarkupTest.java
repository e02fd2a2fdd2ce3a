package org.migrationmodes.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Markup that is read at once means what it does where each piece ends after each byte or character. */
class WholeMarkupTest {
    private static final int BOUND = 4096;

    /** What a page tells. */
    private record Told(int banner, boolean givenUp, List<String> policies) {}

    @Property(seed = "13225", tries = 6000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void tellsTheSameInOnePieceAndInMany(@ForAll("pages") String page) {
        Told known = inBytes(page);
        assertThat(atOnce(page)).isEqualTo(known);
        assertThat(ofText(page, page.length())).isEqualTo(inText(known, page));
        assertThat(ofText(page, 37)).isEqualTo(inText(known, page));
        Statistics.collect(known.banner() >= 0);
        Statistics.coverage(coverage -> coverage.check(true).percentage(found -> found > 20 && found < 90));
    }

    @Provide
    Arbitrary<String> pages() {
        return OddPages.heads();
    }

    private static Told inBytes(String page) {
        BannerInjector injector = new BannerInjector(false, PageEncoding.ASCII, BOUND);
        byte[] bytes = page.getBytes(UTF_8);
        int at = -1;
        for (int i = 0; i < bytes.length && at < 0; i++) {
            at = injector.scan(bytes, i, 1);
        }
        return told(injector, at);
    }

    private static Told atOnce(String page) {
        BannerInjector injector = new BannerInjector(false, PageEncoding.ASCII, BOUND);
        byte[] bytes = page.getBytes(UTF_8);
        return told(injector, injector.scan(bytes, 0, bytes.length));
    }

    private static Told ofText(String page, int piece) {
        BannerInjector injector = new BannerInjector(false, PageEncoding.ASCII, BOUND);
        CharSequence text = CharBuffer.wrap(page.toCharArray());
        int at = -1;
        for (int i = 0; i < page.length() && at < 0; i += piece) {
            at = injector.scan(text, i, Math.min(piece, page.length() - i));
        }
        return told(injector, at);
    }

    private static Told told(BannerInjector injector, int at) {
        return new Told(at, injector.givenUp(), injector.policies());
    }

    /** Counted in characters. */
    private static Told inText(Told told, String page) {
        int banner = told.banner();
        int characters = banner < 0 ? -1 : new String(page.getBytes(UTF_8), 0, banner, UTF_8).length();
        return new Told(characters, told.givenUp(), told.policies());
    }
}

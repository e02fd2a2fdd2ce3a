package org.migrationmodes.banner;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The same tries each time; {@link BannerLongFuzz} makes others. */
class BannerFuzzTest {
    private static final String SEED = "9110";

    @Property(seed = SEED, tries = 6000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void anyPageInAnyWay(@ForAll(supplier = FuzzVisits.class) FuzzVisit visit) {
        Statistics.collect(BannerFuzz.check(visit));
        Statistics.coverage(coverage -> coverage.check(true).percentage(banners -> banners > 20 && banners < 80));
    }

    @Property(seed = SEED, tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void theSamePlaceInAnyEncoding(@ForAll(supplier = FuzzPages.class) FuzzPage page) {
        BannerFuzz.checkPlace(page);
    }
}

package org.migrationmodes.banner;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The same tries each time; {@code -P fuzz} makes others. */
class BannerFuzzTest {
    private static final String SEED = "9110";

    @Property(seed = SEED, tries = 8000, edgeCases = EdgeCasesMode.NONE)
    void anyPageInAnyWay(@ForAll(supplier = FuzzVisits.class) FuzzVisit visit) {
        BannerFuzz.check(visit);
    }

    @Property(seed = SEED, tries = 8000, edgeCases = EdgeCasesMode.NONE)
    void theSamePlaceInAnyEncoding(@ForAll(supplier = FuzzPages.class) FuzzPage page) {
        BannerFuzz.checkPlace(page);
    }
}

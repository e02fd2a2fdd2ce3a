package org.migrationmodes.banner;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Other tries each time, run by {@code -P fuzz}; a failure tells its seed and its sample, made as small as it goes. */
class BannerLongFuzz {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyPageInAnyWay(@ForAll(supplier = FuzzVisits.class) FuzzVisit visit) {
        BannerFuzz.check(visit);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theSamePlaceInAnyEncoding(@ForAll(supplier = FuzzPages.class) FuzzPage page) {
        BannerFuzz.checkPlace(page);
    }
}

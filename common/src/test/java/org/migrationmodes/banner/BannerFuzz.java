package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any page, in whatever way it is written. */
final class BannerFuzz {

    private BannerFuzz() {}

    /** Returns whether a banner went in. */
    static boolean check(FuzzVisit visit) {
        FuzzOutcome bare = FuzzOutcome.bare(visit);
        FuzzOutcome wrapped = FuzzOutcome.wrapped(visit);
        assertThat(wrapped.thrown()).as("thrown").isEqualTo(bare.thrown());
        assertThat(wrapped.committed()).as("committed").isEqualTo(bare.committed());
        boolean cutShort = bare.length() >= 0 && bare.length() < bare.size();
        if (cutShort && wrapped.length() < 0) {
            // a length that a flush made us drop cuts nothing off
            assertThat(wrapped.withoutBanner()).as("without the banner").startsWith(bare.sent());
        } else {
            assertThat(wrapped.withoutBanner()).as("without the banner").isEqualTo(bare.sent());
        }
        checkLength(visit, bare, wrapped);
        if (bare.thrown().isEmpty() && !cutShort && !visit.leavesLength()) {
            FuzzOutcome whole = whole(visit.body().page(), visit.body().characters());
            assertThat(wrapped.sent()).as("as in one piece").isEqualTo(whole.sent());
        }
        return wrapped.bannerLength() > 0;
    }

    /** Where the banner goes does not depend on who makes bytes of the page, nor on who tells how. */
    static void checkPlace(FuzzPage page) {
        FuzzOutcome whole = whole(page, false);
        if (page.isSameByWriter() && page.bytes().length < FuzzOutcome.BOUND) {
            assertThat(whole(page, true).sent()).as("by a writer").isEqualTo(whole.sent());
        }
        // a mark beats what was declared
        boolean readable =
                whole.bannerLength() == 0 || page.hasMark() || !page.isReadAlike() || whole.isReadable(page.charset());
        assertThat(readable).as("readable banner").isTrue();
        if (page.isSelfDescribed()) {
            assertThat(whole(page.undeclared(), false).sent()).as("undeclared").isEqualTo(whole.sent());
        }
    }

    private static void checkLength(FuzzVisit visit, FuzzOutcome bare, FuzzOutcome wrapped) {
        if (wrapped.length() >= 0) {
            assertThat(wrapped.length()).as("Content-Length").isEqualTo(bare.length() + wrapped.bannerLength());
        } else if (!visit.flushes()) {
            assertThat(bare.length()).as("dropped Content-Length").isEqualTo(-1);
        }
    }

    private static FuzzOutcome whole(FuzzPage page, boolean characters) {
        return FuzzOutcome.wrapped(FuzzVisit.of(FuzzBody.whole(page, characters)));
    }
}

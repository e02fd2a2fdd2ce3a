package org.migrationmodes.banner;

import java.util.Optional;

/** What a host does for one request: a page, perhaps after another that it thought better of. */
record FuzzVisit(Optional<FuzzBody> before, boolean headersToo, FuzzBody body) {

    static FuzzVisit of(FuzzBody body) {
        return new FuzzVisit(Optional.empty(), false, body);
    }

    boolean flushes() {
        return body.flushes() || before.filter(FuzzBody::flushes).isPresent();
    }

    /** Whether the length of what was taken back stays announced for what comes. */
    boolean leavesLength() {
        return !headersToo && !body.told() && before.filter(FuzzBody::told).isPresent();
    }
}

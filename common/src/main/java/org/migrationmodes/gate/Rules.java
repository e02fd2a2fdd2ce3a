package org.migrationmodes.gate;

import java.util.List;

/**
 * How requests are judged at the moment.
 *
 * @param profile tells reads from writes
 * @param always paths that pass in every mode
 */
record Rules(Profile profile, List<Glob> always) {
    boolean alwaysPasses(String path) {
        return Glob.anyMatches(always, path);
    }
}

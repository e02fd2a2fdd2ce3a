package org.migrationmodes.source;

import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;

/**
 * What one server of a fleet believes.
 *
 * @param flag what holds there
 * @param site the infrastructure that it stands on
 * @param drained whether no request is running any more that was let in while more was allowed
 * @param source how the flag that it follows is doing there
 */
record Belief(Flag flag, @Nullable String site, boolean drained, SourceStatus source) {}

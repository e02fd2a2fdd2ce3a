package org.migrationmodes.source;

import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;

/**
 * What holds, and how the sources that say so are doing.
 *
 * @param flag what holds
 * @param file the configuration file
 * @param remote the published flag; {@link SourceStatus.State#OFF} where none is followed
 * @param memory why the last good documents cannot be kept on disk; null if they can
 * @param clock what is odd about the machine's clock; null if nothing is
 */
public record FlagStatus(
        Flag flag,
        SourceStatus file,
        SourceStatus remote,
        @Nullable String memory,
        @Nullable String clock) {}

/**
 * Where a flag comes from, and how long it is believed. The doorway is {@code FlagClient}: it
 * watches the configuration file and the remote, keeps the last good document of each on disk, and publishes one
 * immutable {@code Flag}. Knows no servlet API.
 */
@NullMarked
package org.migrationmodes.source;

import org.jspecify.annotations.NullMarked;

/**
 * How a dropped-in jar becomes a filter in front of its host: the parts of the other packages, put together.
 */
@NullMarked
package org.migrationmodes.plugin;

import org.jspecify.annotations.NullMarked;

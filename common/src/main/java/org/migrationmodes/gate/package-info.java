/**
 * A request's way: judged by a profile, counted, refused or let through.
 */
@NullMarked
package org.migrationmodes.gate;

import org.jspecify.annotations.NullMarked;

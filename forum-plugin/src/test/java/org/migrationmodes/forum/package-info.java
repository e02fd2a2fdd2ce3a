/** The packaged plugin in a forum. */
@NullMarked
package org.migrationmodes.forum;

import org.jspecify.annotations.NullMarked;

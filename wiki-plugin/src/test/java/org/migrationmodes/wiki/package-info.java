/** The packaged plugin in real wikis. */
@NullMarked
package org.migrationmodes.wiki;

import org.jspecify.annotations.NullMarked;

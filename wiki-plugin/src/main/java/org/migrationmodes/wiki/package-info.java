/** The wiki plugin: {@link org.migrationmodes.wiki.WikiPlugin} for containers that look for it, {@link
 * org.migrationmodes.wiki.WikiModeFilter} for a web.xml that names it. */
@NullMarked
package org.migrationmodes.wiki;

import org.jspecify.annotations.NullMarked;

/** The forum plugin: {@link org.migrationmodes.forum.ForumPlugin} for containers that look for it, {@link
 * org.migrationmodes.forum.ForumModeFilter} for a web.xml that names it. */
@NullMarked
package org.migrationmodes.forum;

import org.jspecify.annotations.NullMarked;

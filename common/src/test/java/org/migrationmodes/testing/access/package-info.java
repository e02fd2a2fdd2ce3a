/**
 * What a visitor can see and use of our markup, whatever he looks at it with: axe-core, measures taken in the page, the
 * accessibility tree. For tests with {@link org.migrationmodes.testing.NeedsChromium}.
 */
@NullMarked
package org.migrationmodes.testing.access;

import org.jspecify.annotations.NullMarked;

/**
 * The banner: what it says, and how it gets into a page without another byte being touched.
 */
@NullMarked
package org.migrationmodes.banner;

import org.jspecify.annotations.NullMarked;

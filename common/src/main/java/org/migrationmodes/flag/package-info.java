/**
 * What holds now, and what a document says of it: immutable values, and their reading from JSON with errors that name
 * the place and the value. Knows no servlet API, no file and no network.
 */
@NullMarked
package org.migrationmodes.flag;

import org.jspecify.annotations.NullMarked;

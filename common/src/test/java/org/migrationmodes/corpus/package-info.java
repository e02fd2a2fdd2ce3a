/**
 * Pages that others wrote, served through the wrapper; run by the Maven profile {@code corpus}, which writes what it saw
 * into docs/corpus.md.
 */
@NullMarked
package org.migrationmodes.corpus;

import org.jspecify.annotations.NullMarked;

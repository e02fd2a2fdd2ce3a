/** What the jars weigh, and what they cost the start and the memory of a web application. */
@NullMarked
package org.migrationmodes.benchmark.weight;

import org.jspecify.annotations.NullMarked;

/** Measurements, run by the Maven profile {@code benchmark}, which writes them into docs/benchmarks.md. */
@NullMarked
package org.migrationmodes.benchmark;

import org.jspecify.annotations.NullMarked;

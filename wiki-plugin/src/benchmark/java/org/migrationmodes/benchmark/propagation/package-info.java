/** How long a change of the flag takes to its effect, and what those who ask for it cost the website. */
@NullMarked
package org.migrationmodes.benchmark.propagation;

import org.jspecify.annotations.NullMarked;

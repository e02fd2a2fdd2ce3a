/** What the plugins cost a server under load, beside what else puts a banner into a page. */
@NullMarked
package org.migrationmodes.benchmark.load;

import org.jspecify.annotations.NullMarked;

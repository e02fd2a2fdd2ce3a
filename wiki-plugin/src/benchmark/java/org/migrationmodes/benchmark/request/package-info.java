/** What a request costs on its way, by JMH: the flag, the judge, the filter, the scan of a page's head. */
@NullMarked
package org.migrationmodes.benchmark.request;

import org.jspecify.annotations.NullMarked;

/**
 * Real hosts and real HTTP for tests: servers, a wiki, a browser and a client that shows bytes as they are on the wire.
 *
 * <p>Nothing here may need the classes of the plugins: the tests of a packaged jar run without them.
 */
@NullMarked
package org.migrationmodes.testing;

import org.jspecify.annotations.NullMarked;

/**
 * The fixture forum, seen from a test: {@link ForumFixture} unpacks it as a web application and reads its database,
 * {@link ForumRequests} lists what a visitor can ask of it. The application itself lies in {@code app} and depends on
 * nothing of ours.
 */
@NullMarked
package org.migrationmodes.testing.forum;

import org.jspecify.annotations.NullMarked;

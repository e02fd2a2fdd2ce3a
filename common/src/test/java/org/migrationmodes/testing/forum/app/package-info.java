/**
 * A small servlet forum that behaves like JForum 2.8 where a freeze is concerned: one front controller on {@code
 * *.page} that runs its action for every method, actions named by path, query, urlencoded or multipart body, writes by
 * GET, reads by POST. There are no permission checks: they would hide what a freeze does.
 */
@NullMarked
package org.migrationmodes.testing.forum.app;

import org.jspecify.annotations.NullMarked;

package org.migrationmodes.testing.forum.app;

/** What one action of a module does. */
@FunctionalInterface
interface Action {
    Reply run(Call call);
}

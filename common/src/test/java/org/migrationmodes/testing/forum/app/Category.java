package org.migrationmodes.testing.forum.app;

/** A heading of the index. */
record Category(int id, String title) {}

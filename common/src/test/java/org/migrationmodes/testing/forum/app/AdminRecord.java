package org.migrationmodes.testing.forum.app;

/** A row of one of the plain admin modules. */
record AdminRecord(int id, String name, String content) {}

package org.migrationmodes.testing.forum.app;

/** One answer of a topic's poll. */
record PollOption(int id, String label, int votes) {}

package net.jforum;

import org.migrationmodes.testing.forum.app.ForumServlet;

/** The fixture forum under the name of JForum's own front controller, so that host recognition by class name works. */
public final class JForum extends ForumServlet {}

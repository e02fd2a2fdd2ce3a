package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;

/** A servlet container that runs, and serves files and, under /host, a servlet behind the filter. */
record TestContainer(int port, Stop stop) {

    /** How to stop it. */
    @FunctionalInterface
    interface Stop {
        void run() throws Exception;
    }

    /** How to start one. */
    @FunctionalInterface
    interface Starter {
        TestContainer start(Path files, HttpServlet host, BannerFilter filter) throws Exception;
    }
}

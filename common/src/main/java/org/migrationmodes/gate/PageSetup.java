package org.migrationmodes.gate;

import java.time.InstantSource;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.banner.Wording;

/**
 * What the pages are made of that visitors see of us.
 *
 * @param wording the built-in words
 * @param banner how it gets into the host's pages
 * @param contextPath of the web application
 * @param clock what caches are told goes by it
 */
public record PageSetup(Wording wording, BannerSettings banner, String contextPath, InstantSource clock) {
    /** The path of the folder with our files. */
    String folder() {
        return contextPath + OwnPaths.PREFIX;
    }
}

package org.migrationmodes.forum;

import java.util.List;
import org.migrationmodes.plugin.Plugin;
import org.migrationmodes.plugin.PluginFilter;

/** The filter of the forum plugin; where a container does not register it, web.xml may name it as its first filter. */
public final class ForumModeFilter extends PluginFilter {
    /** For the container. */
    public ForumModeFilter() {
        super(new Plugin("forum", List.of("jforum"), ForumModeFilter.class));
    }
}

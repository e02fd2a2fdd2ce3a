package org.migrationmodes.wiki;

import java.util.List;
import org.migrationmodes.plugin.Plugin;
import org.migrationmodes.plugin.PluginFilter;

/** The filter of the wiki plugin; where a container does not register it, web.xml may name it as its first filter. */
public final class WikiModeFilter extends PluginFilter {
    /** For the container. */
    public WikiModeFilter() {
        super(new Plugin("wiki", List.of("jspwiki", "xwiki"), WikiModeFilter.class));
    }
}

package org.migrationmodes.plugin;

import java.util.List;

/** A plugin whose parts are missing. */
public final class BrokenPluginFilter extends PluginFilter {
    public BrokenPluginFilter() {
        super(new Plugin("broken", List.of("no-such-profile"), BrokenPluginFilter.class));
    }
}

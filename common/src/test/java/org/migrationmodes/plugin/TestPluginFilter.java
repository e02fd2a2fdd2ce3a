package org.migrationmodes.plugin;

import java.util.List;
import org.migrationmodes.gate.GateFilter;

/** A plugin of the tests; beside {@link GateFilter} lie its words. */
public final class TestPluginFilter extends PluginFilter {
    public TestPluginFilter() {
        super(new Plugin("wiki", List.of(), GateFilter.class));
    }
}

package org.migrationmodes.plugin;

import java.util.List;
import org.migrationmodes.gate.GateFilter;

/** Another plugin in the same web application. */
public final class OtherPluginFilter extends PluginFilter {
    public OtherPluginFilter() {
        super(new Plugin("forum", List.of(), GateFilter.class));
    }
}

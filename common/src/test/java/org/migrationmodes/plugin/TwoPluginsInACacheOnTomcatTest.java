package org.migrationmodes.plugin;

import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

class TwoPluginsInACacheOnTomcatTest extends TwoPluginsInACacheAtTheWire {
    @Override
    Host start(Webapp webapp) {
        return TomcatHost.start(webapp);
    }
}

package org.migrationmodes.plugin;

import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.JettyHost;
import org.migrationmodes.testing.Webapp;

class TwoPluginsInACacheOnJettyTest extends TwoPluginsInACacheAtTheWire {
    @Override
    Host start(Webapp webapp) {
        return JettyHost.start(webapp);
    }
}

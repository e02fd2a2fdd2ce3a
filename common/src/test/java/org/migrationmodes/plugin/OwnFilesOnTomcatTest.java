package org.migrationmodes.plugin;

import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

class OwnFilesOnTomcatTest extends OwnFilesAtTheWire {
    @Override
    Host start(Webapp webapp) {
        return TomcatHost.start(webapp);
    }
}

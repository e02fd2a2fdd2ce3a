package org.migrationmodes.forum;

import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.JettyHost;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

/** The servers that the jar is tested in. */
enum Container {
    TOMCAT {
        @Override
        Host start(Webapp... webapps) {
            return TomcatHost.start(webapps);
        }
    },
    JETTY {
        @Override
        Host start(Webapp... webapps) {
            return JettyHost.start(webapps);
        }
    };

    abstract Host start(Webapp... webapps);
}

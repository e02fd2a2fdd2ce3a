package org.migrationmodes.testing;

class JettyHostTest extends HostContract {
    @Override
    Host start(Webapp... webapps) {
        return JettyHost.start(webapps);
    }
}

package org.migrationmodes.gate;

class BodiesOnJettyTest extends Bodies {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

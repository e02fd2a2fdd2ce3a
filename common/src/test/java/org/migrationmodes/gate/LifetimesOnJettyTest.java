package org.migrationmodes.gate;

class LifetimesOnJettyTest extends LifetimesAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

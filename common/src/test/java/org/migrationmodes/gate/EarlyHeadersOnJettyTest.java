package org.migrationmodes.gate;

class EarlyHeadersOnJettyTest extends EarlyHeadersAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

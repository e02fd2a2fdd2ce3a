package org.migrationmodes.gate;

class CensusAtTheWireOnJettyTest extends CensusAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

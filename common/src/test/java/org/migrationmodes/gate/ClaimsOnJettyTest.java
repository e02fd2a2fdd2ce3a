package org.migrationmodes.gate;

class ClaimsOnJettyTest extends ClaimsAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

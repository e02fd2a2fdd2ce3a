package org.migrationmodes.gate;

class ValidatorsOnJettyTest extends ValidatorsAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

package org.migrationmodes.gate;

class CompressionOnJettyTest extends CompressionAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

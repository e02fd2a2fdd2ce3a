package org.migrationmodes.gate;

class PreviewOnJettyTest extends PreviewAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

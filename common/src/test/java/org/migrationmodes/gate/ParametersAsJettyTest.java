package org.migrationmodes.gate;

class ParametersAsJettyTest extends ParametersAsTheContainer {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

package org.migrationmodes.gate;

class JudgedMethodsOnJettyTest extends JudgedMethods {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

package org.migrationmodes.gate;

class JudgingOnJettyTest extends Judging {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

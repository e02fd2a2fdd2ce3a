package org.migrationmodes.gate;

class ScheduledPagesOnJettyTest extends ScheduledPages {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

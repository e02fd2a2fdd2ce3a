package org.migrationmodes.gate;

class RefusedRequestsOnJettyTest extends RefusedRequests {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

package org.migrationmodes.gate;

class RefusedRequestsOnTomcatTest extends RefusedRequests {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

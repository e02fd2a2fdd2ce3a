package org.migrationmodes.gate;

class ClaimsOnTomcatTest extends ClaimsAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

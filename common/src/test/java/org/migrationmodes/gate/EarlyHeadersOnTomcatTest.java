package org.migrationmodes.gate;

class EarlyHeadersOnTomcatTest extends EarlyHeadersAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

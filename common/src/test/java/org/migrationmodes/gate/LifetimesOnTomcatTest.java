package org.migrationmodes.gate;

class LifetimesOnTomcatTest extends LifetimesAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

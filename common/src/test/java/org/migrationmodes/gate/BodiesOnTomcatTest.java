package org.migrationmodes.gate;

class BodiesOnTomcatTest extends Bodies {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

package org.migrationmodes.gate;

class CensusAtTheWireOnTomcatTest extends CensusAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

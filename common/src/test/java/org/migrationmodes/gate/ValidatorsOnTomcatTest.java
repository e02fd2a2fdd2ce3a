package org.migrationmodes.gate;

class ValidatorsOnTomcatTest extends ValidatorsAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

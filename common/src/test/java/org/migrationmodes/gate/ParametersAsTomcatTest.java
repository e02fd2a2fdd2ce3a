package org.migrationmodes.gate;

class ParametersAsTomcatTest extends ParametersAsTheContainer {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

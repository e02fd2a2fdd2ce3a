package org.migrationmodes.gate;

class JudgedMethodsOnTomcatTest extends JudgedMethods {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

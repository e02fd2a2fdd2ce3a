package org.migrationmodes.gate;

class PreviewOnTomcatTest extends PreviewAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

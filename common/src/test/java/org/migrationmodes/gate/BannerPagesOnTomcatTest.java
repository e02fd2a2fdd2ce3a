package org.migrationmodes.gate;

class BannerPagesOnTomcatTest extends BannerPagesAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

package org.migrationmodes.gate;

class BannerPagesOnJettyTest extends BannerPagesAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.JETTY;
    }
}

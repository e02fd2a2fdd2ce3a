package org.migrationmodes.gate;

class ScheduledPagesOnTomcatTest extends ScheduledPages {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

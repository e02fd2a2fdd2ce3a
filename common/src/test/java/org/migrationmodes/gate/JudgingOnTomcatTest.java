package org.migrationmodes.gate;

class JudgingOnTomcatTest extends Judging {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }
}

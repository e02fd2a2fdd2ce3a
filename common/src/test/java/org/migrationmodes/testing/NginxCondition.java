package org.migrationmodes.testing;

/** Decides for {@link NeedsNginx}. */
final class NginxCondition extends ProgramCondition {
    NginxCondition() {
        super("nginx is missing: apt-get install nginx-light", Nginx::available);
    }
}

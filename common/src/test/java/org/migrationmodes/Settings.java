package org.migrationmodes;

import java.util.List;
import org.migrationmodes.admin.AdminSettings;
import org.migrationmodes.gate.GateSettings;
import org.migrationmodes.gate.Profiles;
import org.migrationmodes.source.LiveSettings;

/** All parts that have settings in the configuration file, as in a running plugin. */
final class Settings {
    private Settings() {}

    static LiveSettings all() {
        GateSettings gate =
                new GateSettings(Profiles.of(Settings.class, List.of()), ClassLoader.getPlatformClassLoader());
        AdminSettings admin = new AdminSettings();
        return configuration -> {
            Runnable gatePrepared = gate.prepare(configuration);
            Runnable adminPrepared = admin.prepare(configuration);
            return () -> {
                gatePrepared.run();
                adminPrepared.run();
            };
        };
    }
}

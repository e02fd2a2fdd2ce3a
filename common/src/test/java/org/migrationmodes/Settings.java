package org.migrationmodes;

import java.util.List;
import org.migrationmodes.admin.AdminSettings;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.gate.GateSettings;
import org.migrationmodes.gate.Profiles;
import org.migrationmodes.source.LiveSettings;

/** All parts that have settings in the configuration file, as in a running plugin. */
final class Settings {
    private Settings() {}

    static LiveSettings all() {
        GateSettings gate =
                new GateSettings(Profiles.of(Settings.class, List.of()), ClassLoader.getPlatformClassLoader());
        BannerSettings banner = new BannerSettings();
        AdminSettings admin = new AdminSettings();
        return configuration -> {
            Runnable gatePrepared = gate.prepare(configuration);
            Runnable bannerPrepared = banner.prepare(configuration);
            Runnable adminPrepared = admin.prepare(configuration);
            return () -> {
                gatePrepared.run();
                bannerPrepared.run();
                adminPrepared.run();
            };
        };
    }
}

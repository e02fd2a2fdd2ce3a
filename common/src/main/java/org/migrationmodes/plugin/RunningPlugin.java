package org.migrationmodes.plugin;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.admin.AdminPaths;
import org.migrationmodes.admin.AdminSettings;
import org.migrationmodes.banner.BannerSettings;
import org.migrationmodes.banner.Wording;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.gate.Census;
import org.migrationmodes.gate.GateSettings;
import org.migrationmodes.gate.ModeFilter;
import org.migrationmodes.gate.PageSetup;
import org.migrationmodes.gate.Preview;
import org.migrationmodes.gate.Profiles;
import org.migrationmodes.source.FlagClient;
import org.migrationmodes.source.LiveSettings;
import org.migrationmodes.source.Timers;

/** The parts of one plugin in one web application, put together. */
final class RunningPlugin implements AutoCloseable {
    private final ServletContext context;
    private final FlagClient client;
    private final ModeFilter filter;

    private RunningPlugin(ServletContext context, FlagClient client, ModeFilter filter) {
        this.context = context;
        this.client = client;
        this.filter = filter;
    }

    static RunningPlugin start(Plugin plugin, FilterConfig config) {
        ServletContext context = config.getServletContext();
        GateSettings gate = new GateSettings(Profiles.of(plugin.home(), plugin.profiles()), context.getClassLoader());
        BannerSettings banner = new BannerSettings();
        AdminSettings admin = new AdminSettings();
        LiveSettings settings = configuration -> {
            Runnable gatePrepared = gate.prepare(configuration);
            Runnable bannerPrepared = banner.prepare(configuration);
            Runnable adminPrepared = admin.prepare(configuration);
            return () -> {
                gatePrepared.run();
                bannerPrepared.run();
                adminPrepared.run();
            };
        };
        Wording wording = Wording.beside(plugin.home());
        ConfigurationPlaces places = places(plugin, config);
        Timers timers = Timers.system("migration-modes-" + plugin.service());
        try {
            Census census = new Census(
                    Flag.initial(plugin.service(), Mode.NORMAL, timers.alarms().now()));
            FlagClient client = FlagClient.start(
                    new FlagClient.Setup(
                            plugin.service(),
                            places.files(),
                            places.state(),
                            stateName(plugin, context),
                            settings,
                            census::isDrained,
                            census),
                    timers);
            gate.tell();
            AdminPaths paths = new AdminPaths(client::status, census, gate, admin, wording, timers.alarms()::now);
            Preview preview = new Preview(paths::isInsider, client::schedule);
            PageSetup setup = new PageSetup(wording, banner, context.getContextPath(), timers.alarms()::now);
            return new RunningPlugin(context, client, new ModeFilter(census, gate, paths, preview, setup));
        } catch (RuntimeException | LinkageError e) {
            timers.close();
            throw e;
        }
    }

    private static ConfigurationPlaces places(Plugin plugin, FilterConfig config) {
        ServletContext context = config.getServletContext();
        return new ConfigurationPlaces(
                plugin.service(),
                name -> Optional.ofNullable(config.getInitParameter(name)).orElse(context.getInitParameter(name)),
                System::getProperty,
                System::getenv,
                context.getRealPath("/WEB-INF"));
    }

    /** Two web applications of one container share a folder: the name tells them apart. */
    private static String stateName(Plugin plugin, ServletContext context) {
        String host = virtualServer(context);
        String path = context.getContextPath().isEmpty() ? "/ROOT" : context.getContextPath();
        return (host.isEmpty() ? "" : host + "#") + path.substring(1) + "#" + plugin.service();
    }

    private static String virtualServer(ServletContext context) {
        try {
            @Nullable String name = context.getVirtualServerName();
            return name == null ? "" : name;
        } catch (UnsupportedOperationException e) {
            // Servlet 6.0, section 4.4: a context may be handed out with restrictions
            return "";
        }
    }

    ServletContext context() {
        return context;
    }

    ModeFilter filter() {
        return filter;
    }

    @Override
    public void close() {
        client.close();
    }
}

package org.migrationmodes.gate;

import java.util.List;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;
import org.migrationmodes.source.LiveSettings;

/** The settings {@code profile}, {@code routes} and {@code always}: how requests are judged. Thread-safe. */
public final class GateSettings implements LiveSettings {
    private final System.Logger log = System.getLogger(GateSettings.class.getName());
    private final Profiles profiles;
    private final Profiles.Recognised recognised;
    private volatile Rules rules;
    private volatile String told = "";

    /**
     * Starts with the profile of the host.
     *
     * @param profiles to choose from
     * @param host sees the classes of the host
     */
    public GateSettings(Profiles profiles, ClassLoader host) {
        this.profiles = profiles;
        this.recognised = profiles.recognise(host);
        this.rules = new Rules(recognised.profile(), List.of());
    }

    @Override
    public Runnable prepare(Section configuration) throws InvalidDocument {
        Value profile = configuration.value("profile");
        Profiles.Recognised chosen = profile == null ? recognised : profiles.chosen(profile, recognised);
        List<Route> routes = Route.readAll(configuration.value("routes"));
        List<Glob> always = Route.paths(configuration.value("always"));
        Rules prepared = new Rules(chosen.profile().with(routes), always);
        return () -> {
            rules = prepared;
            tell(chosen);
        };
    }

    /** Says in the log which profile is in use, and why; once for each choice. */
    public void tell() {
        if (told.isEmpty()) {
            tell(recognised);
        }
    }

    private void tell(Profiles.Recognised chosen) {
        String choice = "Requests are judged by the profile " + chosen.profile().name() + ", since " + chosen.reason();
        if (!choice.equals(told)) {
            told = choice;
            log.log(System.Logger.Level.INFO, choice);
        }
    }

    /**
     * The name of the profile in use.
     *
     * @return as in the configuration
     */
    public String profile() {
        return rules.profile().name();
    }

    Rules rules() {
        return rules;
    }
}

package org.migrationmodes.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the configuration file and the state folder may be. Asks for names only; touches no file. */
final class ConfigurationPlaces {
    private static final String FILE = "migration.json";

    private final System.Logger log = System.getLogger(ConfigurationPlaces.class.getName());
    private final String service;
    private final UnaryOperator<@Nullable String> parameters;
    private final UnaryOperator<@Nullable String> properties;
    private final UnaryOperator<@Nullable String> environment;
    private final @Nullable String webInf;

    /**
     * Makes the list from what the container says.
     *
     * @param parameters the filter's init-params, then the context-params
     * @param webInf the folder WEB-INF on disk; null where the application was not unpacked
     */
    ConfigurationPlaces(
            String service,
            UnaryOperator<@Nullable String> parameters,
            UnaryOperator<@Nullable String> properties,
            UnaryOperator<@Nullable String> environment,
            @Nullable String webInf) {
        this.service = service;
        this.parameters = parameters;
        this.properties = properties;
        this.environment = environment;
        this.webInf = webInf;
    }

    /** The places in which the file is looked for, the first first. */
    List<Path> files() {
        List<Path> places = new ArrayList<>();
        add(places, "the parameter migration.config", parameters.apply("migration.config"));
        add(places, "the system property migration.config", properties.apply("migration.config"));
        add(places, "the environment's MIGRATION_CONFIG", environment.apply("MIGRATION_CONFIG"));
        if (webInf != null) {
            add(places, "WEB-INF", webInf + "/" + FILE);
        }
        Path base = base();
        if (base != null) {
            String folder = properties.apply("catalina.base") != null ? "conf" : "etc";
            places.add(base.resolve(folder).resolve("migration-" + service + ".json"));
            places.add(base.resolve(folder).resolve(FILE));
        }
        return places;
    }

    /** The folder in which the last good documents are kept; null where none is known. */
    @Nullable
    Path state() {
        List<Path> named = new ArrayList<>();
        add(named, "the parameter migration.state", parameters.apply("migration.state"));
        add(named, "the system property migration.state", properties.apply("migration.state"));
        add(named, "the environment's MIGRATION_STATE", environment.apply("MIGRATION_STATE"));
        Path base = base();
        if (base != null) {
            named.add(base.resolve("migration-state"));
        }
        return named.isEmpty() ? null : named.get(0);
    }

    private @Nullable Path base() {
        String tomcat = properties.apply("catalina.base");
        List<Path> base = new ArrayList<>();
        add(
                base,
                tomcat != null ? "catalina.base" : "jetty.base",
                tomcat != null ? tomcat : properties.apply("jetty.base"));
        return base.isEmpty() ? null : base.get(0);
    }

    private void add(List<Path> places, String from, @Nullable String place) {
        if (place == null || place.isBlank()) {
            return;
        }
        try {
            places.add(Path.of(place.strip()));
        } catch (InvalidPathException e) {
            log.log(System.Logger.Level.WARNING, "{0} is not a path: {1}", from, e.getMessage());
        }
    }
}

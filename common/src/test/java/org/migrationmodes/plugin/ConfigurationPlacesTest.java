package org.migrationmodes.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigurationPlacesTest {
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    private ConfigurationPlaces places(@Nullable String webInf) {
        return new ConfigurationPlaces("forum", parameters::get, properties::get, environment::get, webInf);
    }

    @Test
    void theMostParticularPlaceComesFirst() {
        parameters.put("migration.config", "/of/parameter.json");
        properties.put("migration.config", "/of/property.json");
        environment.put("MIGRATION_CONFIG", "/of/environment.json");
        properties.put("catalina.base", "/tomcat");

        assertThat(places("/app/WEB-INF").files())
                .containsExactly(
                        Path.of("/of/parameter.json"),
                        Path.of("/of/property.json"),
                        Path.of("/of/environment.json"),
                        Path.of("/app/WEB-INF/migration.json"),
                        Path.of("/tomcat/conf/migration-forum.json"),
                        Path.of("/tomcat/conf/migration.json"));
    }

    @Test
    void jettyKeepsItsConfigurationInEtc() {
        properties.put("jetty.base", "/jetty");

        assertThat(places(null).files())
                .containsExactly(Path.of("/jetty/etc/migration-forum.json"), Path.of("/jetty/etc/migration.json"));
        assertThat(places(null).state()).isEqualTo(Path.of("/jetty/migration-state"));
    }

    @Test
    void theStateFolderIsNamedInTheSameWays() {
        assertThat(places(null).state()).isNull();
        properties.put("catalina.base", "/tomcat");
        assertThat(places(null).state()).isEqualTo(Path.of("/tomcat/migration-state"));
        environment.put("MIGRATION_STATE", "/env");
        assertThat(places(null).state()).isEqualTo(Path.of("/env"));
        properties.put("migration.state", "/property");
        assertThat(places(null).state()).isEqualTo(Path.of("/property"));
        parameters.put("migration.state", "relative/folder");
        assertThat(places(null).state()).isEqualTo(Path.of("relative/folder"));
    }

    @Test
    void blankAndImpossibleValuesAreNoPlaces() {
        parameters.put("migration.config", "  ");
        properties.put("migration.config", "a\u0000b");
        environment.put("MIGRATION_CONFIG", " /spaces/around.json ");
        properties.put("catalina.base", "\u0000");

        assertThat(places(null).files()).containsExactly(Path.of("/spaces/around.json"));
        assertThat(places(null).state()).isNull();
    }
}

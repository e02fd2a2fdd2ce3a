package org.migrationmodes.benchmark.request;

import dev.openfeature.sdk.providers.memory.Flag;
import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.util.UnleashConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.togglz.core.Feature;
import org.togglz.core.manager.FeatureManager;
import org.togglz.core.manager.FeatureManagerBuilder;
import org.togglz.core.repository.StateRepository;
import org.togglz.core.repository.cache.CachingStateRepository;
import org.togglz.core.repository.file.FileBasedStateRepository;
import org.togglz.core.user.NoOpUserProvider;

/** How others' flags are set up, as their manuals say. */
final class Peers {
    private Peers() {}

    static FeatureManager togglz(Class<? extends Feature> features, StateRepository states) {
        return new FeatureManagerBuilder()
                .featureEnum(features)
                .stateRepository(states)
                .userProvider(new NoOpUserProvider())
                .build();
    }

    static StateRepository cached(Path properties) {
        return new CachingStateRepository(new FileBasedStateRepository(properties.toFile()), 10, TimeUnit.SECONDS);
    }

    static Flag<Boolean> openFeatureFlag() {
        return Flag.<Boolean>builder()
                .variant("up", true)
                .variant("down", false)
                .defaultVariant("up")
                .build();
    }

    /** It asks no server: all that it knows is in its first document. */
    static Unleash unleash(String name) {
        String features = """
                { "version": 1, "features": [ { "name": "%s", "type": "release", "enabled": true,
                  "strategies": [ { "name": "default", "parameters": {} } ] } ] }
                """.formatted(name);
        return new DefaultUnleash(UnleashConfig.builder()
                .appName("benchmark")
                .instanceId("benchmark")
                .unleashAPI("http://localhost:1/api")
                .toggleBootstrapProvider(() -> Optional.of(features))
                .disablePolling()
                .disableMetrics()
                .build());
    }
}

package org.migrationmodes.benchmark.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.getunleash.FakeUnleash;
import io.getunleash.Unleash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ff4j.FF4j;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.gate.Census;
import org.migrationmodes.source.FlagClient;
import org.migrationmodes.source.Timers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.togglz.core.Feature;
import org.togglz.core.manager.FeatureManager;
import org.togglz.core.repository.file.FileBasedStateRepository;
import org.togglz.core.repository.mem.InMemoryStateRepository;

/** Whether a flag is up: ours and those that others would use instead. All of them are up. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class FlagBenchmark {
    private static final String NAME = "FROZEN";

    /** Togglz wants an enum. */
    private enum Flags implements Feature {
        FROZEN
    }

    private Path folder;
    private Timers timers;
    private FlagClient client;
    private Census census;
    private volatile boolean plain = true;
    private Cache<String, Boolean> caffeine;
    private FeatureManager togglz;
    private FeatureManager togglzFile;
    private FeatureManager togglzCachedFile;
    private Client openFeature;
    private final FakeUnleash fakeUnleash = new FakeUnleash();
    private Unleash unleash;
    private FF4j ff4j;

    /**
     * Raises all flags, and sees that they are read as up.
     *
     * @throws IOException if there is no room for files
     */
    @Setup
    public void raise() throws IOException {
        folder = Files.createTempDirectory("flags");
        Path file = Files.writeString(folder.resolve("migration.json"), "{ \"mode\": \"read-only\" }");
        timers = Timers.system("benchmark");
        client = FlagClient.start(
                new FlagClient.Setup("wiki", List.of(file), null, "wiki", settings -> () -> {}, () -> true, flag -> {}),
                timers);
        census = new Census(client.current());
        caffeine =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();
        caffeine.put(NAME, true);
        togglz = Peers.togglz(Flags.class, new InMemoryStateRepository());
        togglz.enable(Flags.FROZEN);
        Path properties = Files.writeString(folder.resolve("features.properties"), NAME + " = true\n");
        togglzFile = Peers.togglz(Flags.class, new FileBasedStateRepository(properties.toFile()));
        togglzCachedFile = Peers.togglz(Flags.class, Peers.cached(properties));
        OpenFeatureAPI.getInstance().setProviderAndWait(new InMemoryProvider(Map.of(NAME, Peers.openFeatureFlag())));
        openFeature = OpenFeatureAPI.getInstance().getClient();
        fakeUnleash.enable(NAME);
        unleash = Peers.unleash(NAME);
        ff4j = new FF4j().createFeature(NAME, true);
        List<Boolean> read = List.of(
                ours(),
                oursAsTheFilter(),
                volatileField(),
                caffeine(),
                togglzInMemory(),
                togglzFile(),
                togglzCachedFile(),
                openFeature(),
                unleashFake(),
                unleash(),
                ff4j());
        if (read.contains(false)) {
            throw new IllegalStateException("not all flags are up: " + read);
        }
    }

    /** Ends what runs. */
    @TearDown
    public void end() {
        client.close();
        timers.close();
        OpenFeatureAPI.getInstance().shutdown();
        unleash.shutdown();
    }

    /** @return whether ours is up, as anybody reads it */
    @Benchmark
    public boolean ours() {
        return client.current().mode() == Mode.READ_ONLY;
    }

    /** @return whether ours is up, from where the filter reads it */
    @Benchmark
    public boolean oursAsTheFilter() {
        return census.flag().mode().isFrozen();
    }

    /** @return the floor: a field */
    @Benchmark
    public boolean volatileField() {
        return plain;
    }

    /** @return whether it is up in a cache whose entries expire */
    @Benchmark
    public boolean caffeine() {
        return Boolean.TRUE.equals(caffeine.getIfPresent(NAME));
    }

    /** @return whether it is up in Togglz's memory */
    @Benchmark
    public boolean togglzInMemory() {
        return togglz.isActive(Flags.FROZEN);
    }

    /** @return whether it is up in Togglz's file */
    @Benchmark
    public boolean togglzFile() {
        return togglzFile.isActive(Flags.FROZEN);
    }

    /** @return whether it is up in Togglz's file, behind its cache */
    @Benchmark
    public boolean togglzCachedFile() {
        return togglzCachedFile.isActive(Flags.FROZEN);
    }

    /** @return whether it is up in OpenFeature's provider in memory */
    @Benchmark
    public boolean openFeature() {
        return openFeature.getBooleanValue(NAME, false);
    }

    /** @return whether it is up in what Unleash has for tests */
    @Benchmark
    public boolean unleashFake() {
        return fakeUnleash.isEnabled(NAME);
    }

    /** @return whether it is up in Unleash's client, started from a document */
    @Benchmark
    public boolean unleash() {
        return unleash.isEnabled(NAME);
    }

    /** @return whether it is up in FF4J's memory */
    @Benchmark
    public boolean ff4j() {
        return ff4j.check(NAME);
    }
}

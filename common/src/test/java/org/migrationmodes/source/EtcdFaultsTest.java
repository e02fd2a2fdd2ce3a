package org.migrationmodes.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.testing.NeedsEtcd;

@NeedsEtcd
class EtcdFaultsTest {
    static Set<String> names() {
        return all().keySet();
    }

    static Map<String, Function<Path, FaultScene>> all() {
        Map<String, Function<Path, FaultScene>> all = new LinkedHashMap<>(EtcdFaults.all());
        all.putAll(EtcdAccessFaults.all());
        return all;
    }

    @ParameterizedTest
    @MethodSource("names")
    void x(String name, @TempDir Path folder) {
        try (FaultScene scene = all().get(name).apply(folder)) {
            scene.freeze();
            scene.happen();
            System.out.println(name + ": " + scene.mode() + " " + scene.log());
            scene.end();
        }
    }
}

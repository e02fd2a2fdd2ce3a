package org.migrationmodes.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All faults that docs/faults.md tells of, by their names there. To tell of more, add them below and a row there. */
public final class Faults {
    private static final Map<String, Fault> ALL = new LinkedHashMap<>();

    static {
        put("HttpFaults", HttpFaults.all());
        put("TlsFaults", TlsFaults.all());
        put("MachineFaults", MachineFaults.all());
        put("EtcdFaults", EtcdFaults.all());
        put("EtcdAccessFaults", EtcdAccessFaults.all());
        put("SignatureFaults", SignatureFaults.all());
    }

    private record Fault(String shownBy, Function<Path, FaultScene> scene) {}

    /**
     * What was seen of a fault.
     *
     * @param shownBy the class that brings it about
     * @param before the mode before
     * @param after the mode after it was met
     * @param log what was said meanwhile
     * @param ended the mode after it ended, and the flag said {@code normal}
     */
    public record Seen(String shownBy, String before, String after, List<String> log, String ended) {}

    private Faults() {}

    private static void put(String shownBy, Map<String, Function<Path, FaultScene>> scenes) {
        scenes.forEach((name, scene) -> {
            if (ALL.put(name, new Fault(shownBy, scene)) != null) {
                throw new IllegalStateException("two faults are called " + name);
            }
        });
    }

    /** The faults that can be brought about. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** Brings a fault about, with a folder of its own. */
    public static Seen play(String name, Path folder) {
        Fault fault = ALL.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("no fault is called " + name);
        }
        try (FaultScene scene = fault.scene().apply(folder)) {
            scene.freeze();
            String before = scene.mode().word();
            scene.happen();
            String after = scene.mode().word();
            List<String> log = List.copyOf(scene.log());
            scene.end();
            return new Seen(fault.shownBy(), before, after, log, scene.mode().word());
        }
    }
}

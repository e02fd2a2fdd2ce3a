package org.migrationmodes.benchmark;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The class path of a server in a JVM of its own: ours without the plugin, which comes to it as a jar. */
public final class HostClassPath {
    /** The parent loader of the applications is that of the server: nothing of the plugin may be on its class path. */
    private static final List<String> OURS =
            List.of("common/target/classes", "common-0", "okhttp", "okio", "kotlin", "jackson", "caffeine");

    private HostClassPath() {}

    /**
     * Makes it.
     *
     * @return for {@code java -cp}
     */
    public static String get() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("-tests.jar") || OURS.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

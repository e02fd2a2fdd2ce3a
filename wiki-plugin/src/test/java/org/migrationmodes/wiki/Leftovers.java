package org.migrationmodes.wiki;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What web applications left behind that were stopped: their class loaders and threads, and what Tomcat says of them. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /**
     * Where the servlet API is on the class path, as it is here and in no server that applications are deployed to, later
     * runtimes may keep the last of them until memory is short.
     */
    private static final int MAY_STAY = Runtime.version().feature() < 19 ? 0 : 1;

    private static final Pattern OUR_THREADS = Pattern.compile("(?i).*(migration-modes|okhttp|okio|kotlin).*");
    /** The line of the log before a warning, whatever the language. */
    private static final String TOMCAT_LOOKED = "org.apache.catalina.loader.WebappClassLoaderBase ";
    /** Its own, which look after each application now and then, and bear its class loader meanwhile. */
    private static final String TOMCATS_THREADS = "[Catalina-utility-";

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    /** To be told of each web application while it runs. */
    void watch(ClassLoader loader) {
        loaders.add(new WeakReference<>(loader));
    }

    int watched() {
        return loaders.size();
    }

    /** How many of the class loaders a garbage collection leaves. */
    long loaders() {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** The names of the threads that are the plugin's, or that run in one of the web applications. */
    List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OUR_THREADS.matcher(thread.getName()).matches()
                        || isWatched(thread.getContextClassLoader())
                        || isWatched(thread.getClass().getClassLoader()))
                .map(Thread::getName)
                .toList();
    }

    private boolean isWatched(ClassLoader loader) {
        return loader != null && loaders.stream().anyMatch(watched -> Objects.equals(watched.get(), loader));
    }

    /** Tomcat's warnings of leaks, and of classes that were asked for too late. */
    static List<String> warnings(String log) {
        List<String> lines = log.lines().toList();
        List<String> warnings = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).contains(TOMCAT_LOOKED) && !lines.get(i).contains(TOMCATS_THREADS)) {
                warnings.add(lines.get(i));
            }
        }
        return warnings;
    }

    /** Waits until no thread and no class loader is left, and says how long that took. */
    Duration awaitNone() {
        long start = System.nanoTime();
        await("threads").atMost(PATIENCE).until(this::threads, List::isEmpty);
        await("class loaders").atMost(PATIENCE).until(this::loaders, left -> left <= MAY_STAY);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A container that cannot be on the class path beside the others, and runs tests that were written for those. */
public final class OtherContainer {
    private final Path jars;
    private final UnaryOperator<byte[]> rewriting;

    private OtherContainer(String property, UnaryOperator<byte[]> rewriting) {
        String folder = System.getProperty(property);
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            throw new IllegalStateException(
                    "The system property " + property + " must name a folder with jars in it, but is " + folder);
        }
        this.jars = Path.of(folder);
        this.rewriting = rewriting;
    }

    /** Servlet 6.1. */
    public static OtherContainer tomcat11() {
        return new OtherContainer("tomcat.next.jars", UnaryOperator.identity());
    }

    /** Servlet 4.0, {@code javax.servlet}. */
    public static OtherContainer tomcat9() {
        return new OtherContainer("tomcat.javax.jars", JavaxClasses::rewrite);
    }

    /**
     * Runs test classes with this container under them.
     *
     * @return a test for each that was run, with its result; at least one
     */
    public Stream<DynamicTest> run(String... testClasses) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (ContainerLoader loader = new ContainerLoader(urls(), rewriting)) {
            thread.setContextClassLoader(loader);
            keepToItself(loader);
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
            for (String name : testClasses) {
                request.selectors(DiscoverySelectors.selectClass(loader.loadClass(name)));
            }
            return run(request.build());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Stream<DynamicTest> run(LauncherDiscoveryRequest request) {
        TestOutcomes outcomes = new TestOutcomes();
        // those on the class path listen to the test that runs this one
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherFactory.create(alone).execute(request, outcomes);
        return outcomes.asTests();
    }

    /** A process has one factory of URL handlers, and any Tomcat would be it. */
    private static void keepToItself(ClassLoader loader) throws ReflectiveOperationException {
        loader.loadClass("org.apache.catalina.webresources.TomcatURLStreamHandlerFactory")
                .getMethod("disable")
                .invoke(null);
    }

    private URL[] urls() throws IOException {
        try (Stream<Path> files = Files.walk(jars)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            URL[] urls = new URL[found.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = url(found.get(i));
            }
            return urls;
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}

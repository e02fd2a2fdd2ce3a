package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An Apache Tomcat as people install it, in a process of its own. Can be stopped or killed and started again, on the
 * same port and with the same files. The applications that it ships with are removed.
 *
 * <p>Bodies without a charset are UTF-8, since its conf/web.xml says so: {@link Webapp#requestEncoding} is not looked at.
 */
public final class StandaloneTomcat implements Host {
    private final TempFolder base = new TempFolder("standalone-tomcat");
    private final Path home;
    private final TomcatFiles files;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> systemProperties = new TreeMap<>();
    private @Nullable ServerProcess process;
    private int port;

    private StandaloneTomcat(Path zip) throws IOException {
        Unzip.unzip(zip, base.path());
        try (var folders = Files.list(base.path())) {
            home = folders.findFirst().orElseThrow();
        }
        files = new TomcatFiles(home);
        files.removeShippedApplications();
    }

    /** Unpacks the zip of the system property {@code tomcat.zip}. */
    public static StandaloneTomcat unpack() throws IOException {
        String zip = System.getProperty("tomcat.zip");
        if (zip == null || !Files.isRegularFile(Path.of(zip))) {
            throw new IllegalStateException("The system property tomcat.zip must name Tomcat's zip, but is " + zip);
        }
        return unpack(Path.of(zip));
    }

    /** Unpacks an org.apache.tomcat:tomcat:zip; does not start it. */
    public static StandaloneTomcat unpack(Path zip) throws IOException {
        return new StandaloneTomcat(zip);
    }

    /** Takes effect at the next start, or within ten seconds if it runs. */
    public StandaloneTomcat deploy(Webapp webapp) throws IOException {
        files.deploy(webapp);
        return this;
    }

    public StandaloneTomcat environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public StandaloneTomcat systemProperty(String name, String value) {
        systemProperties.put(name, value);
        return this;
    }

    /** The folder that holds bin, conf, lib, logs and webapps. */
    public Path home() {
        return home;
    }

    /** Returns when the applications are deployed; one that failed is to be seen in the log only. */
    public StandaloneTomcat start() throws IOException {
        files.setPort(port);
        process = ServerProcess.start("Tomcat", command(), environment, home, files.consoleFile());
        port = process.awaitPort();
        return this;
    }

    /** Asks it to stop, as an administrator does, and waits until it has. */
    public void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Gives it no time for anything. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    private List<String> command() {
        return new JavaCommand()
                .addOpens("java.base/java.lang", "java.base/java.io", "java.base/java.util")
                .addOpens("java.base/java.util.concurrent", "java.rmi/sun.rmi.transport")
                .property("catalina.home", home.toString())
                .property("catalina.base", home.toString())
                .property("java.io.tmpdir", home.resolve("temp").toString())
                .property("java.util.logging.manager", "org.apache.juli.ClassLoaderLogManager")
                .property(
                        "java.util.logging.config.file",
                        home.resolve("conf/logging.properties").toString())
                .properties(systemProperties)
                .classPath(home.resolve("bin/bootstrap.jar"), home.resolve("bin/tomcat-juli.jar"))
                .run("org.apache.catalina.startup.Bootstrap", "start");
    }

    @Override
    public int port() {
        return port;
    }

    /** The console, of all starts. */
    @Override
    public String log() {
        return files.console();
    }

    @Override
    public void close() {
        stop();
        base.close();
    }
}

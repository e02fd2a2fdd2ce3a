package org.migrationmodes.testing;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ApplicationParameter;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * An embedded Tomcat with JSPs. Its applications are deployed as a real one would: web.xml, fragments and the
 * initializers of the jars in WEB-INF/lib. Their parent loader is the test's.
 *
 * <p>Static files are cached by Tomcat for five seconds.
 */
public final class TomcatHost implements Host {
    private final TempFolder base = new TempFolder("tomcat");
    private final CapturedLog log = new CapturedLog();
    private final Tomcat tomcat = new Tomcat();

    private TomcatHost(int port) {
        tomcat.setBaseDir(base.path().toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setThrowOnFailure(true);
        tomcat.setConnector(connector);
        tomcat.getEngine().setParentClassLoader(TomcatHost.class.getClassLoader());
    }

    /** Starts on a free port and returns when all applications run. */
    public static TomcatHost start(Webapp... webapps) {
        return start(0, List.of(webapps));
    }

    /**
     * Starts on a port and returns when all applications run.
     *
     * @throws IllegalStateException if one of them does not, with the log
     */
    public static TomcatHost start(int port, List<Webapp> webapps) {
        return new TomcatHost(port).started(webapps);
    }

    /** Starts one that compresses whatever it may, when all else is done. */
    public static TomcatHost startCompressing(Webapp... webapps) {
        TomcatHost host = new TomcatHost(0);
        host.tomcat.getConnector().setProperty("compression", "force");
        return host.started(List.of(webapps));
    }

    private TomcatHost started(List<Webapp> webapps) {
        try {
            List<Context> contexts = webapps.stream().map(this::add).toList();
            tomcat.start();
            contexts.forEach(this::requireStarted);
            return this;
        } catch (LifecycleException | RuntimeException e) {
            String said = log();
            close();
            throw new IllegalStateException("Tomcat did not start: " + e.getMessage() + '\n' + said, e);
        }
    }

    /** Adds an application to the running server. */
    public void deploy(Webapp webapp) {
        requireStarted(add(webapp));
    }

    /** Stops an application and forgets it, as the manager does. */
    public void undeploy(String contextPath) {
        tomcat.getHost().removeChild(context(contextPath));
    }

    /** The loader of an application's classes, to see whether it is collected after {@link #undeploy}. */
    public ClassLoader classLoader(String contextPath) {
        return context(contextPath).getLoader().getClassLoader();
    }

    private Context context(String contextPath) {
        return (Context) tomcat.getHost().findChild(contextPath);
    }

    private Context add(Webapp webapp) {
        // a server that runs starts an application as soon as it has it, so all is prepared on the way
        ContextConfig config = new ContextConfig() {
            @Override
            protected synchronized void beforeStart() {
                prepare(context, webapp);
                super.beforeStart();
            }
        };
        return tomcat.addWebapp(
                tomcat.getHost(), webapp.contextPath(), webapp.folder().toString(), config);
    }

    private static void prepare(Context context, Webapp webapp) {
        // the test's class path is no part of the application, and slow to scan for annotations and tag libraries
        ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
        webapp.contextParams().forEach((name, value) -> context.addApplicationParameter(parameter(name, value)));
        // web.xml is read when the application is configured, and would take the encoding back
        context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT) && webapp.requestEncoding() != null) {
                context.setRequestCharacterEncoding(webapp.requestEncoding());
            }
        });
    }

    private static ApplicationParameter parameter(String name, String value) {
        ApplicationParameter parameter = new ApplicationParameter();
        parameter.setName(name);
        parameter.setValue(value);
        parameter.setOverride(false);
        return parameter;
    }

    private void requireStarted(Context context) {
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException(
                    "The application at '" + context.getPath() + "' did not start; the log says:\n" + log());
        }
    }

    /** The folder that an application finds as {@code catalina.base}. */
    public Path baseFolder() {
        return base.path();
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public String log() {
        return log.text();
    }

    @Override
    public void close() {
        try (log;
                base) {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not stop", e);
        } finally {
            forgetFolder("catalina.home");
            forgetFolder("catalina.base");
        }
    }

    /** Tomcat leaves its folder behind in the system properties, and the next one would create it again. */
    private void forgetFolder(String property) {
        if (base.path().toString().equals(System.getProperty(property))) {
            System.clearProperty(property);
        }
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

/**
 * An embedded Jetty, without JSPs. Its applications are deployed as a real one would: web.xml, fragments and the
 * initializers of the jars in WEB-INF/lib. Their parent loader is the test's.
 */
public final class JettyHost implements Host {
    private final TempFolder base = new TempFolder("jetty");
    private final CapturedLog log = new CapturedLog();
    private final Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();

    private JettyHost() {
        server.setHandler(contexts);
        server.setTempDirectory(base.path().toFile());
    }

    /**
     * Starts on a free port and returns when all applications run.
     *
     * @throws IllegalStateException if one of them does not, with the log
     */
    public static JettyHost start(Webapp... webapps) {
        return new JettyHost().started(webapps);
    }

    /** Starts one that compresses whatever it may, when all else is done. */
    public static JettyHost startCompressing(Webapp... webapps) {
        JettyHost host = new JettyHost();
        host.server.setHandler(new GzipHandler(host.contexts));
        return host.started(webapps);
    }

    private JettyHost started(Webapp... webapps) {
        try {
            for (Webapp webapp : webapps) {
                contexts.addHandler(context(webapp));
            }
            server.start();
            return this;
        } catch (Exception e) { // whatever an application throws
            String said = log();
            close();
            throw new IllegalStateException("Jetty did not start: " + e.getMessage() + '\n' + said, e);
        }
    }

    private WebAppContext context(Webapp webapp) throws IOException {
        WebAppContext context = new WebAppContext(
                webapp.folder().toString(), webapp.contextPath().isEmpty() ? "/" : webapp.contextPath());
        // Tomcat's compiler of JSPs is on the test's class path
        context.setAttribute(
                AnnotationConfiguration.SERVLET_CONTAINER_INITIALIZER_EXCLUSION_PATTERN, "org\\.apache\\..*");
        context.setThrowUnavailableOnStartupException(true);
        context.setOverrideDescriptors(List.of(override(webapp).toString()));
        if (webapp.requestEncoding() != null) {
            context.setDefaultRequestCharacterEncoding(webapp.requestEncoding());
        }
        return context;
    }

    /** Jetty lets only a descriptor be stronger than web.xml. */
    private Path override(Webapp webapp) throws IOException {
        StringBuilder xml =
                new StringBuilder("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">");
        webapp.contextParams()
                .forEach((name, value) -> xml.append("<context-param><param-name>")
                        .append(Xml.escape(name))
                        .append("</param-name><param-value>")
                        .append(Xml.escape(value))
                        .append("</param-value></context-param>"));
        return Files.writeString(Files.createTempFile(base.path(), "override", ".xml"), xml.append("</web-app>"));
    }

    @Override
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public String log() {
        return log.text();
    }

    @Override
    public void close() {
        try (log;
                base) {
            server.stop();
        } catch (Exception e) { // whatever an application throws
            throw new IllegalStateException("Jetty did not stop", e);
        }
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration of an unpacked Tomcat. */
final class TomcatFiles {
    private final Path home;
    private final String shippedServerXml;

    TomcatFiles(Path home) throws IOException {
        this.home = home;
        shippedServerXml = Files.readString(serverXml());
    }

    void removeShippedApplications() throws IOException {
        TempFolder.delete(home.resolve("webapps"));
        Files.createDirectories(home.resolve("webapps"));
    }

    /** On the loopback address only; without the port that a shutdown command can be sent to. */
    void setPort(int port) throws IOException {
        String xml = replaceOnce(shippedServerXml, "<Server port=\"8005\"", "<Server port=\"-1\"");
        String connector = "<Connector address=\"127.0.0.1\" port=\"" + port + '"';
        Files.writeString(serverXml(), replaceOnce(xml, "<Connector port=\"8080\"", connector));
    }

    /** By a descriptor, so that the application stays where it is. */
    void deploy(Webapp webapp) throws IOException {
        String name = webapp.contextPath().isEmpty()
                ? "ROOT"
                : webapp.contextPath().substring(1).replace('/', '#');
        StringBuilder xml = new StringBuilder("<Context docBase=\"")
                .append(Xml.escape(webapp.folder().toString()))
                .append("\">");
        webapp.contextParams()
                .forEach((key, value) -> xml.append("<Parameter override=\"false\" name=\"")
                        .append(Xml.escape(key))
                        .append("\" value=\"")
                        .append(Xml.escape(value))
                        .append("\"/>"));
        Path folder = Files.createDirectories(home.resolve("conf/Catalina/localhost"));
        Files.writeString(folder.resolve(name + ".xml"), xml.append("</Context>"));
    }

    Path consoleFile() {
        return home.resolve("logs/console.log");
    }

    String console() {
        try {
            return Files.exists(consoleFile()) ? Files.readString(consoleFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path serverXml() {
        return home.resolve("conf/server.xml");
    }

    private static String replaceOnce(String text, String old, String by) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalStateException("Tomcat's server.xml does not hold " + old);
        }
        return text.substring(0, at) + by + text.substring(at + old.length());
    }
}

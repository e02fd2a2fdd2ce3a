package org.migrationmodes.plugin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.migrationmodes.testing.Webapp;

/** A web application at {@code /app} with one page, a filter of its own, and a jar that registers plugins. */
final class PluginApp {
    private PluginApp() {}

    /** What is first in its web.xml, and the attributes of that, tell how it was written. */
    static Webapp make(Path folder, String plugins, String configuration, String first, String attributes)
            throws IOException {
        Path app = folder.resolve("app");
        Files.createDirectories(app.resolve("WEB-INF/lib"));
        Files.writeString(app.resolve("page.html"), "<html><body>hello</body></html>");
        Files.writeString(app.resolve("WEB-INF/migration.json"), configuration);
        Files.writeString(app.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" %s>
                  %s
                  <filter><filter-name>host</filter-name>
                    <filter-class>org.migrationmodes.plugin.HostFilter</filter-class></filter>
                  <filter-mapping><filter-name>host</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                </web-app>
                """.formatted(attributes, first));
        try (OutputStream out = Files.newOutputStream(app.resolve("WEB-INF/lib/plugin.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new ZipEntry("META-INF/services/jakarta.servlet.ServletContainerInitializer"));
            jar.write(TestInitializer.class.getName().getBytes(US_ASCII));
            // the container looks for the class itself in the jar
            String type = TestInitializer.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new ZipEntry(type));
            try (var in = TestInitializer.class.getClassLoader().getResourceAsStream(type)) {
                jar.write(in == null ? new byte[0] : in.readAllBytes());
            }
        }
        return at(folder, plugins);
    }

    /** The same as it lies there. */
    static Webapp at(Path folder, String plugins) {
        return Webapp.at("/app", folder.resolve("app"))
                .contextParam("plugins", plugins)
                .contextParam("migration.state", folder.resolve("state").toString());
    }
}

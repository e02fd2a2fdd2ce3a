package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.migrationmodes.testing.PluginJar;

/** Who says no to a write. */
enum Refuser {
    CONTAINER("the container's own 503"),
    CONTROL("the container's own 503, again"),
    PLUGIN("plugin, read-only");

    final String title;

    Refuser(String title) {
        this.title = title;
    }

    /** An application whose servlet would store what is posted. */
    Path install(Path parent, Path jar) throws IOException {
        Path folder = parent.resolve(name());
        Path webInf = Files.createDirectories(folder.resolve("WEB-INF"));
        String filter = this == PLUGIN ? "" : """
                <filter><filter-name>f</filter-name><filter-class>%s</filter-class></filter>
                <filter-mapping><filter-name>f</filter-name><url-pattern>/post</url-pattern></filter-mapping>
                """.formatted(UnavailableFilter.class.getName());
        Files.writeString(webInf.resolve("web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                %s<servlet><servlet-name>s</servlet-name><servlet-class>%s</servlet-class></servlet>
                <servlet-mapping><servlet-name>s</servlet-name><url-pattern>/*</url-pattern></servlet-mapping>
                </web-app>
                """.formatted(filter, StoreServlet.class.getName()));
        if (this == PLUGIN) {
            PluginJar.dropInto(folder, jar);
            Files.writeString(
                    webInf.resolve("migration.json"),
                    "{\"announcement\": \"https://www.example.org/\", \"mode\": \"read-only\"}");
        }
        return folder;
    }
}

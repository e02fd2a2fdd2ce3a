package org.migrationmodes.testing.forum;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import net.jforum.JForum;
import org.h2.Driver;
import org.migrationmodes.testing.forum.app.ForumServlet;

/** Lays the forum out as an unpacked web application, from a class path of folders or of jars. */
final class WebappFolder {
    private static final String APP = ForumServlet.class.getPackageName().replace('.', '/');
    private static final String ENTRY = JForum.class.getPackageName().replace('.', '/');

    private static final String WEB_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <display-name>The Upper Station</display-name>
              <context-param>
                <param-name>forum.data</param-name>
                <param-value>%s</param-value>
              </context-param>
              <servlet>
                <servlet-name>jforum</servlet-name>
                <servlet-class>net.jforum.JForum</servlet-class>
                <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet-mapping>
                <servlet-name>jforum</servlet-name>
                <url-pattern>*.page</url-pattern>
              </servlet-mapping>
              <session-config>
                <session-timeout>120</session-timeout>
              </session-config>
              <welcome-file-list>
                <welcome-file>index.html</welcome-file>
              </welcome-file-list>
            </web-app>
            """;

    private final Path folder;
    private final Path classes;

    WebappFolder(Path folder) {
        this.folder = folder;
        this.classes = folder.resolve("WEB-INF/classes");
    }

    void write() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("WEB-INF/lib"));
        Files.copy(place(Driver.class), lib.resolve("h2.jar"), StandardCopyOption.REPLACE_EXISTING);
        Path place = place(ForumServlet.class);
        if (Files.isDirectory(place)) {
            copyFrom(place);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                copyFrom(jar.getPath("/"));
            }
        }
        copy(classes.resolve(APP).resolve("static"), folder);
        String data = ForumFixture.data(folder).toAbsolutePath().toString();
        Files.writeString(
                folder.resolve("WEB-INF/web.xml"),
                WEB_XML.formatted(data.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private void copyFrom(Path root) throws IOException {
        for (String part : List.of(APP, ENTRY)) {
            copy(root.resolve(part), classes.resolve(part));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                // by text, since the two paths may be of different file systems
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

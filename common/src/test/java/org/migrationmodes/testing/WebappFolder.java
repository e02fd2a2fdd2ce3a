package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web application of a few files, made for the tests of the kit itself. */
final class WebappFolder {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param><param-name>b</param-name><param-value>of web.xml</param-value></context-param>
              <servlet>
                <servlet-name>echo</servlet-name>
                <servlet-class>org.migrationmodes.testing.EchoServlet</servlet-class>
              </servlet>
              <servlet-mapping><servlet-name>echo</servlet-name><url-pattern>/echo</url-pattern></servlet-mapping>
              %s
            </web-app>
            """;

    private WebappFolder() {}

    static Path write(Path folder, String moreOfWebXml) throws IOException {
        Files.createDirectories(folder.resolve("WEB-INF"));
        Files.writeString(folder.resolve("WEB-INF/web.xml"), WEB_XML.formatted(moreOfWebXml));
        Files.writeString(folder.resolve("hello.html"), "hello");
        Files.writeString(folder.resolve("hello.jsp"), "<%= 40 + 2 %>");
        return folder;
    }
}

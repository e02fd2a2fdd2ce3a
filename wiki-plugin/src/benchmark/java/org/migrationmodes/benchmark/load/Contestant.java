package org.migrationmodes.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.migrationmodes.testing.PluginJar;

/** What stands before the host. */
enum Contestant {
    NONE("no filter", false),
    CONTROL("no filter, again", false),
    NORMAL("plugin, normal", false),
    ANNOUNCED("plugin, announced", true),
    SITEMESH("SiteMesh", true),
    NAIVE("buffer and replace", true);

    private static final String FILTER = """
            <filter><filter-name>f</filter-name><filter-class>%s</filter-class>%s</filter>
            <filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """;
    private static final String DECORATOR = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
            + "<sitemesh:write property=\"head\"/></head>\n<body>" + NaiveFilter.BANNER
            + "<sitemesh:write property=\"body\"/></body>\n</html>\n";

    final String title;
    final boolean banner;

    Contestant(String title, boolean banner) {
        this.title = title;
        this.banner = banner;
    }

    /** An application of its own, as an admin would have it. */
    Path install(Path parent, Path jar) throws IOException {
        Path folder = parent.resolve(name());
        Path webInf = Files.createDirectories(folder.resolve("WEB-INF"));
        Files.writeString(webInf.resolve("web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                %s<servlet><servlet-name>p</servlet-name><servlet-class>%s</servlet-class></servlet>
                %s</web-app>
                """.formatted(filter(), PageServlet.class.getName(), mappings()));
        if (this == SITEMESH) {
            Path decorators = Files.createDirectories(webInf.resolve("decorators"));
            Files.writeString(decorators.resolve("decorator.html"), DECORATOR);
        }
        if (this == NORMAL || this == ANNOUNCED) {
            plugInto(folder, jar);
        }
        return folder;
    }

    /** The plugin and a flag into somebody's application. */
    void plugInto(Path folder, Path jar) throws IOException {
        PluginJar.dropInto(folder, jar);
        Files.writeString(
                folder.resolve("WEB-INF/migration.json"),
                "{\"announcement\": \"https://www.example.org/\", \"mode\": \""
                        + (this == NORMAL ? "normal" : "announced") + "\"}");
    }

    private String filter() {
        return switch (this) {
            case NAIVE -> FILTER.formatted(NaiveFilter.class.getName(), "");
            case SITEMESH ->
                FILTER.formatted(
                        "org.sitemesh.config.ConfigurableSiteMeshFilter",
                        "<init-param><param-name>decoratorMappings</param-name>"
                                + "<param-value>/*=decorator.html</param-value></init-param>");
            default -> "";
        };
    }

    private static String mappings() {
        StringBuilder mappings = new StringBuilder();
        Stream.concat(PageServlet.paths().stream(), Stream.of(PageServlet.DRIPPING))
                .forEach(path -> mappings.append("<servlet-mapping><servlet-name>p</servlet-name><url-pattern>")
                        .append(path)
                        .append("</url-pattern></servlet-mapping>\n"));
        return mappings.toString();
    }
}

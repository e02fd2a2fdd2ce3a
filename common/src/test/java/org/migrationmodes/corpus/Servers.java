package org.migrationmodes.corpus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.migrationmodes.testing.JettyHost;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

/** Both containers with the files, each file as it is and through a writer. */
final class Servers implements AutoCloseable {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              <filter>
                <filter-name>corpus</filter-name>
                <filter-class>org.migrationmodes.corpus.CorpusFilter</filter-class>
              </filter>
              <filter-mapping><filter-name>corpus</filter-name><url-pattern>/*</url-pattern></filter-mapping>
              <servlet>
                <servlet-name>writer</servlet-name>
                <servlet-class>org.migrationmodes.corpus.WriterServlet</servlet-class>
              </servlet>
              <servlet-mapping><servlet-name>writer</servlet-name><url-pattern>/written/*</url-pattern></servlet-mapping>
              <servlet>
                <servlet-name>probed</servlet-name>
                <servlet-class>org.migrationmodes.corpus.ProbedServlet</servlet-class>
              </servlet>
              <servlet-mapping><servlet-name>probed</servlet-name><url-pattern>/probed/*</url-pattern></servlet-mapping>
            </web-app>
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path files;
    private final TomcatHost tomcat;
    private final JettyHost jetty;

    Servers(Path files) throws IOException {
        this.files = files;
        Files.createDirectories(files.resolve("WEB-INF"));
        Files.writeString(files.resolve("WEB-INF/web.xml"), WEB_XML);
        tomcat = TomcatHost.start(Webapp.at("", files));
        jetty = JettyHost.start(Webapp.at("", files));
    }

    byte[] get(Way way, Path file) throws IOException, InterruptedException {
        String url = way.isTomcat() ? tomcat.url(way.path + path(file)) : jetty.url(way.path + path(file));
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(url + " is answered with " + answer.statusCode());
        }
        return answer.body();
    }

    String probed(Path file) {
        return tomcat.url(ProbedServlet.PATH + path(file));
    }

    private String path(Path file) {
        StringBuilder path = new StringBuilder();
        for (byte b : files.relativize(file).toString().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 0 && (Character.isLetterOrDigit(b) || "/._-~".indexOf(b) >= 0);
            path.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
        }
        return "/" + path;
    }

    @Override
    public void close() {
        tomcat.close();
        jetty.close();
    }
}

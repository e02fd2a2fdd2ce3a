package org.migrationmodes.testing.forum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** The unpacked forum on an embedded Tomcat, at a free port, under {@code /forum}. */
final class RunningForum implements AutoCloseable {
    private final Path webapp;
    private final Tomcat tomcat = new Tomcat();
    /** Keeps no cookies and follows no redirect, so that each answer is that of one request of a guest. */
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningForum(Path webapp) {
        this.webapp = webapp;
    }

    static RunningForum start(Path folder) throws IOException, LifecycleException {
        RunningForum forum = new RunningForum(ForumFixture.explode(folder.resolve("forum")));
        forum.tomcat.setBaseDir(
                Files.createDirectories(folder.resolve("tomcat")).toString());
        forum.tomcat.setPort(0);
        forum.tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = forum.tomcat.addWebapp("/forum", forum.webapp.toString());
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        context.setJarScanner(scanner);
        forum.tomcat.start();
        return forum;
    }

    Path webapp() {
        return webapp;
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/forum/");
    }

    /** Everything that is stored but the counters. */
    SortedMap<String, String> stored() {
        return ForumFixture.dumpWithoutCounters(webapp);
    }

    SortedMap<String, String> storedWithCounters() {
        return ForumFixture.dump(webapp);
    }

    HttpResponse<String> send(ForumRequest request) {
        return send(request.to(root()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where an answer leads to. */
    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(root().resolve(path)));
    }

    HttpResponse<String> post(String path, String urlencoded) {
        return send(HttpRequest.newBuilder(root().resolve(path))
                .POST(BodyPublishers.ofString(urlencoded))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    byte[] bytes(String path) throws IOException {
        try (InputStream in = root().resolve(path).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}

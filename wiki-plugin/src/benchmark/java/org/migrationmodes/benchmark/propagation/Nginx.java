package org.migrationmodes.benchmark.propagation;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stock nginx on the first core: what Debian's nginx.conf says, but for places and ports. */
final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 768; }
            http {
              sendfile on;
              tcp_nopush on;
              types_hash_max_size 2048;
              include /etc/nginx/mime.types;
              default_type application/octet-stream;
              ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
              ssl_prefer_server_ciphers on;
              access_log %1$s/access.log;
              gzip on;
              proxy_temp_path %1$s/proxy;
              client_body_temp_path %1$s/body;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              proxy_cache_path %1$s/cache keys_zone=flag:1m;
              log_format asked "$server_port";
              access_log %1$s/asked.log asked;
              server {
                listen 127.0.0.1:%4$d;
                location / {
                  proxy_pass http://127.0.0.1:%2$d;
                  proxy_cache flag;
                  proxy_cache_revalidate on;
                  proxy_cache_lock on;
                }
              }
              server {
                listen 127.0.0.1:%2$d;
                listen 127.0.0.1:%3$d ssl;
                ssl_certificate %1$s/certificate.pem;
                ssl_certificate_key %1$s/key.pem;
                root %1$s/html;
                location = /migration.json {
                  add_header Cache-Control "public, max-age=5";
                }
              }
            }
            """;

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private final int cachePort;
    private final Process process;

    Nginx(Path folder, String flag) throws IOException, InterruptedException {
        this.folder = folder;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0);
                ServerSocket three = new ServerSocket(0)) {
            cachePort = three.getLocalPort();
            port = one.getLocalPort();
            tlsPort = two.getLocalPort();
        }
        Files.createDirectories(folder.resolve("html"));
        Path file = Files.writeString(folder.resolve("html/migration.json"), flag);
        // what was changed a moment ago is not believed to be unchanged by the second of its change
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        // nginx drops its rights and must still find the file
        run(List.of("chmod", "-R", "a+rX", folder.toString()));
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("certificate.pem").toString()));
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(folder, port, tlsPort, cachePort));
        process = new ProcessBuilder("taskset", "-c", "0", "nginx", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        awaitStart();
    }

    private void awaitStart() {
        await("nginx; what it says is in " + folder)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    /** A cache before {@link #port}, as a CDN is one. */
    int cachePort() {
        return cachePort;
    }

    /** How many requests came to a port. */
    long asked(int port) throws IOException {
        try (var lines = Files.lines(folder.resolve("asked.log"))) {
            return lines.filter(line -> line.equals(Integer.toString(port))).count();
        }
    }

    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** How many answers it logged with a status. */
    long answered(int status) throws IOException {
        try (var lines = Files.lines(folder.resolve("access.log"))) {
            return lines.filter(line -> line.contains("\" " + status + " ")).count();
        }
    }

    static String run(List<String> command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (program.waitFor() != 0) {
            throw new IllegalStateException(command + ":\n" + said);
        }
        return said;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

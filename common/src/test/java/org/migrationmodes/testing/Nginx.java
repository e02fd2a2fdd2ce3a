package org.migrationmodes.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real nginx on the loopback address, in a folder of its own, which is gone after the test. The program is the one on the
 * search path, or where Debian puts it.
 */
public final class Nginx implements Host {
    /** The header in which {@link #cacheOf} says what the cache did: MISS, HIT, EXPIRED, REVALIDATED … */
    public static final String CACHE_STATUS = "Cache-Status";

    /** What nginx drops to by default could not read a folder of ours. */
    private static final String CONFIGURATION = """
            daemon off;
            user %s;
            worker_processes 1;
            pid nginx.pid;
            error_log stderr notice;
            events { worker_connections 256; }
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
            %s
            }
            """;

    private static final String CONSOLE = "console.log";
    private static final String CACHE = """
              proxy_cache_path cache keys_zone=pages:1m;
              server {
                listen 127.0.0.1:PORT;
                location / {
                  proxy_pass http://127.0.0.1:%d;
                  proxy_cache pages;
                  proxy_cache_revalidate on;
                  add_header %s $upstream_cache_status always;
                }
              }
            """;

    private final TempFolder folder = new TempFolder("nginx");
    private final int port = Ports.free(1).get(0);
    private final ServerProcess process;

    private Nginx(String http) {
        try {
            Path configuration = folder.path().resolve("nginx.conf");
            String blocks = http.replace("PORT", Integer.toString(port));
            Files.writeString(configuration, CONFIGURATION.formatted(System.getProperty("user.name"), blocks));
            process = ServerProcess.start(
                    "nginx",
                    List.of(
                            program().orElseThrow().toString(),
                            "-p",
                            folder.path().toString(),
                            "-c",
                            configuration.toString()),
                    Map.of(),
                    folder.path(),
                    folder.path().resolve(CONSOLE));
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is one; tests ask by {@link NeedsNginx}. */
    public static boolean available() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return Executables.onThePath()
                .find("nginx")
                .or(() -> new Executables("/usr/sbin" + File.pathSeparator + "/usr/local/sbin").find("nginx"));
    }

    /** Starts one that keeps what a server on the loopback address lets it keep, and asks again when that is stale. */
    public static Nginx cacheOf(int server) {
        return start(CACHE.formatted(server, CACHE_STATUS));
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param http what its configuration has in the block of this name; PORT stands for the port to listen on
     */
    public static Nginx start(String http) {
        Nginx nginx = new Nginx(http);
        try {
            nginx.process.await("start worker process");
            return nginx;
        } catch (IllegalStateException e) {
            nginx.folder.close();
            throw e;
        }
    }

    /** Its folder, against which it resolves paths. */
    public Path folder() {
        return folder.path();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() {
        try {
            return Files.readString(folder.path().resolve(CONSOLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (folder) {
            // a kill would leave its workers behind
            process.stop();
        }
    }
}

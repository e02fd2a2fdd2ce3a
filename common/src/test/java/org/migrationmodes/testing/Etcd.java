package org.migrationmodes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real etcd of its own on the loopback interface: it keeps its ports and its data until it is closed, however often it is
 * killed and started again. The programs are those on the search path.
 */
public final class Etcd implements AutoCloseable {
    /** How one is started, and how {@code etcdctl} speaks with it. */
    record Setup(String name, int port, int peerPort, String cluster, List<String> options, List<String> ctlOptions) {}

    private final TempFolder folder = new TempFolder("etcd");
    private final Setup setup;
    private final String url;
    private @Nullable ServerProcess process;

    Etcd(Setup setup) {
        this.setup = setup;
        this.url = (setup.options().contains("--cert-file") ? "https" : "http") + "://127.0.0.1:" + setup.port();
    }

    /** Whether there is one, with what its pages tell to use beside it; tests ask by {@link NeedsEtcd}. */
    public static boolean available() {
        return Stream.of("etcd", "etcdctl", "curl", "jq").allMatch(name -> program(name) != null);
    }

    /**
     * Starts a cluster of one.
     *
     * @param options as on its command line
     */
    public static Etcd start(String... options) {
        return start(List.of(options), List.of());
    }

    /**
     * Starts a cluster of one.
     *
     * @param options as on its command line
     * @param ctlOptions as on that of {@code etcdctl}
     */
    public static Etcd start(List<String> options, List<String> ctlOptions) {
        List<Integer> ports = Ports.free(2);
        String cluster = "one=http://127.0.0.1:" + ports.get(1);
        Etcd etcd = new Etcd(new Setup("one", ports.get(0), ports.get(1), cluster, options, ctlOptions));
        etcd.launch();
        etcd.awaitReady();
        return etcd;
    }

    /** For one that many tests share: it is closed when the JVM ends. */
    public Etcd closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close etcd"));
        return this;
    }

    /** Where its clients ask. */
    public String url() {
        return url;
    }

    void launch() {
        String peer = "http://127.0.0.1:" + setup.peerPort();
        List<String> command = new ArrayList<>(List.of(String.valueOf(program("etcd"))));
        command.addAll(List.of("--name", setup.name(), "--data-dir", "data", "--unsafe-no-fsync"));
        command.addAll(List.of("--listen-client-urls", url, "--advertise-client-urls", url));
        command.addAll(List.of("--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer));
        command.addAll(List.of("--initial-cluster", setup.cluster()));
        command.addAll(setup.options());
        try {
            Path console = folder.path().resolve("console.log");
            process = ServerProcess.start("etcd", command, Map.of(), folder.path(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        process().await("ready to serve client requests");
    }

    boolean isRunning() {
        return process != null;
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process().kill();
        process = null;
    }

    /** Starts it again, on the same ports and data. */
    public void restart() {
        launch();
        awaitReady();
    }

    /** It stays there and does nothing any more. */
    public void freeze() {
        run("kill", "-STOP", Long.toString(process().pid()));
    }

    /** It goes on as if nothing had been. */
    public void thaw() {
        run("kill", "-CONT", Long.toString(process().pid()));
    }

    public void put(String key, String value) {
        ctl("put", key, value);
    }

    /** As {@link #put}, without a process of its own; only where neither users nor certificates are asked for. */
    public void putQuickly(String key, String value) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(url + "/v3/kv/put").toURL().openConnection();
        call.setDoOutput(true);
        String body = "{\"key\": \"" + base64(key) + "\", \"value\": \"" + base64(value) + "\"}";
        call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        call.getInputStream().readAllBytes();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public void delete(String key) {
        ctl("del", key);
    }

    /**
     * Runs {@code etcdctl}.
     *
     * @param arguments beside those that say where
     * @return what it said
     */
    public String ctl(String... arguments) {
        Stream<String> where = Stream.concat(
                Stream.of(String.valueOf(program("etcdctl")), "--endpoints", url), setup.ctlOptions().stream());
        return run(Stream.concat(where, Arrays.stream(arguments)).toArray(String[]::new));
    }

    /**
     * Runs lines of a page in a shell, as somebody who has said in the environment where this etcd is.
     *
     * @return what they said
     */
    public String shell(String lines) {
        return run("sh", "-c", "export ETCDCTL_ENDPOINTS=" + url + "\n" + lines);
    }

    private static String run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("ETCDCTL_API", "3");
            Process program = builder.start();
            program.getOutputStream().close();
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (program.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + ":\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private ServerProcess process() {
        if (process == null) {
            throw new IllegalStateException("it does not run");
        }
        return process;
    }

    private static @Nullable Path program(String name) {
        return Executables.onThePath().find(name).orElse(null);
    }

    @Override
    public void close() {
        try (folder) {
            if (process != null) {
                kill();
            }
        }
    }
}

package org.migrationmodes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server in a child process, which ends no later than we do. */
final class ServerProcess {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    /** Such as {@code Starting ProtocolHandler ["http-nio-127.0.0.1-auto-1-41234"]}; without auto if we chose the port. */
    private static final Pattern PORT = Pattern.compile("Starting ProtocolHandler \\[\"http-.*-(\\d+)\"\\]");

    private static final String STARTED = "Server startup in";

    private final String name;
    private final Process process;
    private final Path console;
    private final int consoleStart;
    private final Thread atExit;

    private ServerProcess(String name, Process process, Path console, int consoleStart) {
        this.name = name;
        this.process = process;
        this.console = console;
        this.consoleStart = consoleStart;
        atExit = new Thread(process::destroyForcibly, "stop " + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it, and appends what it says to a file.
     *
     * @param name for errors
     * @param environment added to ours
     */
    static ServerProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path console)
            throws IOException {
        int consoleStart = Files.exists(console) ? Files.readString(console).length() : 0;
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().putAll(environment);
        return new ServerProcess(name, builder.start(), console, consoleStart);
    }

    /** Waits until a Tomcat is up, and says where. */
    int awaitPort() {
        await(STARTED);
        Matcher port = PORT.matcher(said());
        if (!port.find()) {
            throw failed("says no port");
        }
        return Integer.parseInt(port.group(1));
    }

    /** Waits until it has said this. */
    void await(String words) {
        try {
            Awaitility.await()
                    .atMost(STARTS_WITHIN)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || said().contains(words));
        } catch (ConditionTimeoutException e) {
            throw failed("does not say " + words);
        }
        if (!process.isAlive()) {
            throw failed("did not start");
        }
    }

    private IllegalStateException failed(String how) {
        kill();
        return new IllegalStateException(name + " " + how + ":\n" + said());
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        process.destroy();
        if (!endsWithin(STOPS_WITHIN)) {
            kill();
            throw new IllegalStateException(name + " did not stop within " + STOPS_WITHIN + ":\n" + said());
        }
    }

    void kill() {
        process.destroyForcibly();
        if (!endsWithin(STOPS_WITHIN)) {
            throw new IllegalStateException("Process " + process.pid() + " outlives a kill");
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                forgetAtExit();
            }
            return ended;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " stopped", e);
        }
    }

    private void forgetAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // we are at the exit
        }
    }

    private String said() {
        try {
            return Files.readString(console).substring(consoleStart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

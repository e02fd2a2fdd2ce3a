package org.migrationmodes.testing;

import static org.awaitility.Awaitility.await;

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

/** A Tomcat in a child process, which ends no later than we do. */
final class ServerProcess {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    /** Such as {@code Starting ProtocolHandler ["http-nio-127.0.0.1-auto-1-41234"]}; without auto if we chose the port. */
    private static final Pattern PORT = Pattern.compile("Starting ProtocolHandler \\[\"http-.*-(\\d+)\"\\]");

    private static final String STARTED = "Server startup in";

    private final Process process;
    private final Path console;
    private final int consoleStart;
    private final Thread atExit;

    private ServerProcess(Process process, Path console, int consoleStart) {
        this.process = process;
        this.console = console;
        this.consoleStart = consoleStart;
        atExit = new Thread(process::destroyForcibly, "stop " + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it, and appends what it says to a file.
     *
     * @param environment added to ours
     */
    static ServerProcess start(List<String> command, Map<String, String> environment, Path folder, Path console)
            throws IOException {
        int consoleStart = Files.exists(console) ? Files.readString(console).length() : 0;
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), console, consoleStart);
    }

    /** Waits until it is up, and says where. */
    int awaitPort() {
        await("start of Tomcat").atMost(STARTS_WITHIN).until(() -> !process.isAlive() || said().contains(STARTED));
        Matcher port = PORT.matcher(said());
        if (!process.isAlive() || !port.find()) {
            kill();
            throw new IllegalStateException("Tomcat did not start:\n" + said());
        }
        return Integer.parseInt(port.group(1));
    }

    void stop() {
        process.destroy();
        if (!endsWithin(STOPS_WITHIN)) {
            kill();
            throw new IllegalStateException("Tomcat did not stop within " + STOPS_WITHIN + ":\n" + said());
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
            throw new IllegalStateException("Interrupted while Tomcat stopped", e);
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

package org.migrationmodes.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.Flag;
import org.migrationmodes.flag.Mode;

/** One server with a client on a manual clock: it can be restarted, and its file edited. */
final class Server implements AutoCloseable {
    static final Instant START = Instant.parse("2021-02-26T12:00:00Z");

    final Path file;
    final Path state;
    final List<Flag> heard = new ArrayList<>();
    final LoggedWarnings log = new LoggedWarnings();
    List<Path> places;
    String stateName = "wiki";
    LiveSettings settings = configuration -> () -> {};
    BooleanSupplier drained = () -> true;
    Consumer<Flag> listener = flag -> {};
    ManualTimer timer = new ManualTimer(START);
    private @Nullable FlagClient client;

    Server(Path folder) {
        this.file = folder.resolve("migration.json");
        this.state = folder.resolve("state");
        this.places = List.of(file);
    }

    Server start() {
        return start(new Timers(timer, timer, timer, timer, timer));
    }

    Server start(Timers timers) {
        client = FlagClient.start(
                new FlagClient.Setup(
                        "wiki",
                        places,
                        state,
                        stateName,
                        configuration -> settings.prepare(configuration),
                        () -> drained.getAsBoolean(),
                        flag -> {
                            listener.accept(flag);
                            heard.add(flag);
                        }),
                timers);
        return this;
    }

    Server restart() {
        client().close();
        timer = new ManualTimer(timer.now().plusSeconds(60));
        return start();
    }

    FlagClient client() {
        if (client == null) {
            throw new IllegalStateException("not started");
        }
        return client;
    }

    Mode mode() {
        return client().current().mode();
    }

    /** Lets a second pass: within this an edit must hold. */
    Server second() {
        timer.advance(Duration.ofSeconds(1));
        return this;
    }

    Server write(String content) {
        return write(file, content);
    }

    Server write(Path path, String content) {
        try {
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As careful editors do it: another file, renamed over the old one. */
    Server replace(String content) {
        Path other = file.resolveSibling("migration.json~");
        write(other, content);
        try {
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Server delete() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        log.close();
    }
}

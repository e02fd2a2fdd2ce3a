package org.migrationmodes.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can happen to a server's own file, clock and disk. */
final class MachineFaults {
    private static final String CLOSED = "{\"mode\": \"closed\", \"announcement\": \"https://example.org/a\"}";
    private static final String READ_ONLY = CLOSED.replace("closed", "read-only");
    private static final MachineScene.Event NOTHING = server -> {};

    private MachineFaults() {}

    static Map<String, Function<Path, FaultScene>> all() {
        Map<String, Function<Path, FaultScene>> all = new LinkedHashMap<>();
        put(all, "the file is deleted", Server::delete);
        put(all, "the file is half written", server -> server.write("{\"mode\": \"nor"));
        put(all, "the file is empty", server -> server.write(""));
        put(all, "the file names no mode that there is", server -> server.write("{\"mode\": \"open\"}"));
        put(all, "the clock is set back by a day", MachineScene.SCHEDULE, server -> set(server, -1), NOTHING);
        put(all, "the clock is set forward by a day", MachineScene.SCHEDULE, server -> set(server, 1), NOTHING);
        put(
                all,
                "the clock is set back by a day, and a restart",
                MachineScene.SCHEDULE,
                server -> {
                    set(server, -1);
                    server.restart();
                },
                NOTHING);
        put(all, "nothing can be written any more", CLOSED, MachineFaults::block, server -> Files.delete(server.state));
        put(all, "one copy on disk is cut off, and a restart without the file", server -> {
            cutOff(List.of(server.state.resolve("wiki.local.json")));
            server.delete().restart();
        });
        put(
                all,
                "all copies on disk are cut off, and a restart without the file",
                READ_ONLY,
                server -> {
                    cutOff(copies(server));
                    server.delete().restart();
                },
                NOTHING);
        put(all, "a copy on disk is none of ours, and a restart without the file", server -> {
            Files.writeString(server.state.resolve("wiki.local.json"), "{\"mode\": \"normal\"}");
            server.delete().restart();
        });
        return all;
    }

    private static void set(Server server, int days) {
        server.timer.set(server.timer.now().plus(Duration.ofDays(days)));
    }

    /** As on a disk that is full or read-only. */
    private static void block(Server server) throws IOException {
        for (Path copy : copies(server)) {
            Files.delete(copy);
        }
        Files.delete(server.state);
        Files.writeString(server.state, "in the way");
        server.write(CLOSED.replace("}", ", \"message\": \"Longer\"}"));
    }

    private static void cutOff(List<Path> copies) throws IOException {
        for (Path copy : copies) {
            String whole = Files.readString(copy);
            Files.writeString(copy, whole.substring(0, whole.length() / 2));
        }
    }

    private static List<Path> copies(Server server) {
        try (Stream<Path> files = Files.list(server.state)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Function<Path, FaultScene>> all, String name, MachineScene.Event fault) {
        put(all, name, CLOSED, fault, NOTHING);
    }

    private static void put(
            Map<String, Function<Path, FaultScene>> all,
            String name,
            String frozen,
            MachineScene.Event fault,
            MachineScene.Event mended) {
        all.put(name, folder -> new MachineScene(folder, frozen, fault, mended));
    }
}

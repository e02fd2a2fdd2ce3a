package org.migrationmodes.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers that follow a flag in etcd as the pages say, for tests that stand outside of this package. */
public final class Fleet implements AutoCloseable {
    private final Path folder;
    private final String configuration;
    private final List<Server> servers = new ArrayList<>();
    private volatile boolean drained = true;

    /** @param configuration what stands in the file of each */
    public Fleet(Path folder, String configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /** Starts one more. */
    public void add() throws IOException {
        int number = servers.size();
        Server server = new Server(Files.createDirectory(folder.resolve("server-" + number)));
        server.drained = () -> drained;
        servers.add(server);
        server.write(configuration).start(Timers.system("fleet-" + number));
    }

    /** Whether they let no request run any more that came before the freeze. */
    public void drained(boolean all) {
        drained = all;
    }

    /** The mode of each, by its word. */
    public List<String> modes() {
        return servers.stream().map(server -> server.mode().word()).toList();
    }

    /** What they logged. */
    public List<String> log() {
        return servers.stream().flatMap(server -> server.log.lines().stream()).toList();
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
    }
}

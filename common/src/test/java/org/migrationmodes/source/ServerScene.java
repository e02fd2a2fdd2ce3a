package org.migrationmodes.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationmodes.flag.Mode;

/** What happens to one server, with its files in a folder. */
abstract class ServerScene implements FaultScene {
    final Path folder;
    final Server server;

    ServerScene(Path folder) {
        this.folder = folder;
        this.server = new Server(folder);
    }

    @Override
    public final Mode mode() {
        return server.mode();
    }

    /** What was logged, with these names and that of the folder. */
    final Stream<String> log(Map<String, String> names) {
        return server.log.lines(names).map(line -> line.replace(folder.toString(), "{folder}"));
    }

    @Override
    public void close() {
        server.close();
    }
}

package org.migrationmodes.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A server that is frozen by its own file, on a machine to which something happens. */
final class MachineScene extends ServerScene {
    /** What may go wrong with what the test does. */
    interface Event {
        void happen(Server server) throws Exception;
    }

    /** Closed for a quarter of an hour, in the midst of which the fault happens. */
    static final String SCHEDULE = """
            {"announcement": "https://example.org/a", "services": {"wiki": {"schedule": [
              {"at": "2021-02-26T12:05:00Z", "mode": "closed"}, {"at": "2021-02-26T12:20:00Z", "mode": "normal"}]}}}""";

    // It depends on the length of the folder's name.
    private static final Pattern CUT = Pattern.compile("line [0-9]+, column [0-9]+: .*?(?=\\); it now lies)");
    private static final Pattern COPY = Pattern.compile("wiki\\.[a-z-]+\\.json");

    private final String frozen;
    private final Event fault;
    private final Event mended;

    MachineScene(Path folder, String frozen, Event fault, Event mended) {
        super(folder);
        this.frozen = frozen;
        this.fault = fault;
        this.mended = mended;
    }

    @Override
    public void freeze() {
        server.write(frozen).start();
        server.timer.advance(Duration.ofMinutes(10));
    }

    @Override
    public void happen() {
        run(fault);
        server.timer.advance(Duration.ofMinutes(4));
    }

    @Override
    public void end() {
        run(mended);
        server.write("{\"mode\": \"normal\"}").second();
    }

    private void run(Event event) {
        try {
            event.happen(server);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> log() {
        return log(Map.of(server.file.toString(), "{file}", server.state.toString(), "{state}"))
                .map(line -> CUT.matcher(line).replaceAll("{where}"))
                .map(line -> COPY.matcher(line).replaceAll("{copy}"))
                .distinct()
                .toList();
    }
}

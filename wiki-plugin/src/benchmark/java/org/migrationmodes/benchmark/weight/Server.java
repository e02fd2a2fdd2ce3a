package org.migrationmodes.benchmark.weight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.testing.RawHttp;
import org.migrationmodes.testing.StandaloneTomcat;

/** A Tomcat with one web application, started anew for each measurement; each start is that of a JVM that knows nothing. */
final class Server implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("Server startup in \\[([0-9,.\\s]+)\\] milliseconds");
    private static final String PLUGIN_STARTED = ": starts in mode normal";

    private final StandaloneTomcat tomcat;
    private final String page;
    private final boolean plugged;

    /**
     * @param page to see that the application runs
     * @param configuration of the plugin; null for none
     */
    Server(StandaloneTomcat tomcat, String page, @Nullable String configuration) throws IOException {
        this.tomcat = tomcat;
        this.page = page;
        this.plugged = configuration != null;
        if (configuration != null) {
            Files.writeString(tomcat.home().resolve("conf/migration.json"), configuration);
        }
    }

    /** What Tomcat says of its start, in milliseconds. */
    double start() throws IOException {
        int before = tomcat.log().length();
        run();
        String said = tomcat.log().substring(before);
        List<String> times = STARTED.matcher(said)
                .results()
                .map((MatchResult found) -> found.group(1).replaceAll("\\D", ""))
                .toList();
        tomcat.stop();
        if (times.size() != 1 || plugged != said.contains(PLUGIN_STARTED)) {
            throw new IllegalStateException("Not what was to be measured:\n" + said);
        }
        return Double.parseDouble(times.get(0));
    }

    /** What is on its heap after a full collection, in kilobytes, and how many of its threads are the plugin's. */
    Held held() throws IOException, InterruptedException {
        run();
        try {
            return Held.by(tomcat.home());
        } finally {
            tomcat.stop();
        }
    }

    private void run() throws IOException {
        tomcat.start();
        int status = new RawHttp(tomcat.port()).get(page).status();
        if (status != 200) {
            throw new IllegalStateException(page + " was answered " + status + ":\n" + tomcat.log());
        }
    }

    Path home() {
        return tomcat.home();
    }

    @Override
    public void close() {
        tomcat.close();
    }
}

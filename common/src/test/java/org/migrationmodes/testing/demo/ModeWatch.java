package org.migrationmodes.testing.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationmodes.testing.Host;

/** Prints a line for each change of mode, as anybody can see it in status.json. */
final class ModeWatch implements AutoCloseable {
    private static final Pattern MODE = Pattern.compile("\"mode\" : \"([a-z-]+)\"");

    private final PrintStream out;
    private final Timer timer = new Timer("mode-watch", true);

    ModeWatch(PrintStream out) {
        this.out = out;
    }

    ModeWatch watch(String name, Host host) {
        timer.schedule(new Watched(name, host), 0, 300);
        return this;
    }

    @Override
    public void close() {
        timer.cancel();
    }

    private final class Watched extends TimerTask {
        private final String name;
        private final Host host;
        private String mode = "normal";

        Watched(String name, Host host) {
            this.name = name;
            this.host = host;
        }

        @Override
        public void run() {
            try {
                Matcher now =
                        MODE.matcher(host.http().get("/.migration/status.json").text());
                if (now.find() && !now.group(1).equals(mode)) {
                    mode = now.group(1);
                    out.println("  " + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  The "
                            + name + " is now in mode " + mode + ".");
                }
            } catch (UncheckedIOException e) {
                // a server that is stopping answers no more
            }
        }
    }
}

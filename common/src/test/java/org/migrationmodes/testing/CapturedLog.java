package org.migrationmodes.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps what is logged by java.util.logging in memory instead of on the console, from its construction until it is
 * closed. Two that overlap see each other's lines. Thread-safe.
 */
final class CapturedLog extends Handler implements AutoCloseable {
    /** The handlers that wait until the last of us is gone. */
    private static final List<Handler> SILENCED = new ArrayList<>();

    private static int open;

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Formatter formatter = new SimpleFormatter();
    private final StringBuilder lines = new StringBuilder();
    private boolean closed;

    CapturedLog() {
        synchronized (SILENCED) {
            if (open++ == 0) {
                for (Handler handler : root.getHandlers()) {
                    SILENCED.add(handler);
                    root.removeHandler(handler);
                }
            }
        }
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        String line = formatter.format(record);
        synchronized (lines) {
            lines.append(line);
        }
    }

    String text() {
        synchronized (lines) {
            return lines.toString();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        synchronized (SILENCED) {
            if (closed) {
                return;
            }
            closed = true;
            root.removeHandler(this);
            if (--open == 0) {
                SILENCED.forEach(root::addHandler);
                SILENCED.clear();
            }
        }
    }
}

package org.migrationmodes.source;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps what this package warns of, from its construction until it is closed, and off the console. */
final class LoggedWarnings extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("org.migrationmodes.source");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> all = new CopyOnWriteArrayList<>();

    LoggedWarnings() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        Object[] parameters = record.getParameters();
        String line = parameters == null ? record.getMessage() : MessageFormat.format(record.getMessage(), parameters);
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(line);
        }
        all.add(record.getLevel() + " " + line);
    }

    /** Every line, each behind its level. */
    List<String> all() {
        return all;
    }

    List<String> lines() {
        return lines;
    }

    /** With names in place of what differs from run to run; of what stands within something longer, the longer counts. */
    Stream<String> lines(Map<String, String> names) {
        List<String> longestFirst = names.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return lines.stream().map(line -> {
            String named = line;
            for (String known : longestFirst) {
                named = named.replace(known, names.get(known));
            }
            return named;
        });
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}

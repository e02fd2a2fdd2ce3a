package org.migrationmodes.banner;

import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;
import org.migrationmodes.source.LiveSettings;

/** The setting {@code banner.search}: how far into a page the body tag is looked for. Thread-safe. */
public final class BannerSettings implements LiveSettings {
    private static final int SEARCH = 64 * 1024;
    private static final int LEAST = 4 * 1024;
    private static final int MOST = 1024 * 1024;

    private volatile int search = SEARCH;

    /** Starts with what holds where the configuration says nothing. */
    public BannerSettings() {}

    @Override
    public Runnable prepare(Section configuration) throws InvalidDocument {
        Value banner = configuration.value("banner");
        Value value = banner == null ? null : banner.object().value("search");
        int prepared = value == null ? SEARCH : search(value);
        return () -> search = prepared;
    }

    private static int search(Value value) throws InvalidDocument {
        long bytes = value.wholeNumber();
        if (bytes < LEAST || bytes > MOST) {
            throw value.invalid("is not a number of bytes from " + LEAST + " to " + MOST);
        }
        return (int) bytes;
    }

    /**
     * How far into a page the body tag is looked for, which is also the most that is kept back of one.
     *
     * @return in bytes, or in characters where the host writes those
     */
    public int search() {
        return search;
    }
}

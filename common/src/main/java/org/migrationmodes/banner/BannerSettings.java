package org.migrationmodes.banner;

import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.flag.Section;
import org.migrationmodes.flag.Value;
import org.migrationmodes.source.LiveSettings;

/** The settings of {@code banner}: how it gets into pages, and what it brings along. Thread-safe. */
public final class BannerSettings implements LiveSettings {
    private static final int SEARCH = 64 * 1024;
    private static final int LEAST = 4 * 1024;
    private static final int MOST = 1024 * 1024;

    private volatile int search = SEARCH;
    private volatile boolean script = true;

    /** Starts with what holds where the configuration says nothing. */
    public BannerSettings() {}

    @Override
    public Runnable prepare(Section configuration) throws InvalidDocument {
        Value banner = configuration.value("banner");
        Section section = banner == null ? null : banner.object();
        Value bytes = section == null ? null : section.value("search");
        Value scripted = section == null ? null : section.value("script");
        int preparedSearch = bytes == null ? SEARCH : search(bytes);
        boolean preparedScript = scripted == null || scripted.truth();
        return () -> {
            search = preparedSearch;
            script = preparedScript;
        };
    }

    private static int search(Value value) throws InvalidDocument {
        long bytes = value.wholeNumber();
        if (bytes < LEAST || bytes > MOST) {
            throw value.invalid("is not a number of bytes from " + LEAST + " to " + MOST);
        }
        return (int) bytes;
    }

    /**
     * Whether the banner brings its script along.
     *
     * @return true unless it is switched off
     */
    public boolean script() {
        return script;
    }

    /**
     * How far into a page the body tag is looked for, which is also the most that is kept back of one; behind the first text
     * or element that belongs into a body, a quarter as far.
     *
     * @return in bytes, or in characters where the host writes those
     */
    public int search() {
        return search;
    }
}

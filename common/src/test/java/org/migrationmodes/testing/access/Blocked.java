package org.migrationmodes.testing.access;

import java.util.List;
import java.util.Map;
import org.migrationmodes.testing.Chromium;

/** Keeps the browser from loading something, until it is closed. */
final class Blocked implements AutoCloseable {
    private final Chromium chromium;
    private final String file;

    private Blocked(Chromium chromium, String file) {
        this.chromium = chromium;
        this.file = file;
    }

    /** From the next page on. */
    static Blocked in(Chromium chromium, String file) {
        Blocked blocked = new Blocked(chromium, file);
        chromium.devTools("Network.enable", Map.of());
        chromium.devTools("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        blocked.block(List.of("*" + file + "*"));
        return blocked;
    }

    /** Whether the page that is open has it all the same. */
    boolean isLoaded() {
        return !Boolean.FALSE.equals(chromium.script("""
                return performance.getEntriesByType('resource')
                    .some(entry => entry.name.includes(arguments[0]) && entry.decodedBodySize > 0);""", file));
    }

    private void block(List<String> urls) {
        chromium.devTools("Network.setBlockedURLs", Map.of("urls", urls));
    }

    @Override
    public void close() {
        block(List.of());
        chromium.devTools("Network.disable", Map.of());
    }
}

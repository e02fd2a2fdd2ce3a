package org.migrationmodes.testing.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.migrationmodes.testing.Chromium;

/** Measures how our markup is drawn in the page that is open, and says what is wrong: nothing, if all is well. */
public final class Measures {
    private static final String SCRIPT = script();

    private Measures() {}

    /** It is at the top, from edge to edge, overlaps nothing, and can be read and pressed. */
    public static List<?> ofBanner(Chromium chromium) {
        return measure(chromium, ".migration-banner", true, true);
    }

    /** As {@link #ofBanner}, but for what only a stylesheet can do: place, width, and size of targets. */
    public static List<?> ofUnstyledBanner(Chromium chromium) {
        return measure(chromium, ".migration-banner", true, false);
    }

    /** It fits into the window, and can be read and pressed. */
    public static List<?> ofPart(Chromium chromium, String selector) {
        return measure(chromium, selector, false, true);
    }

    private static List<?> measure(Chromium chromium, String selector, boolean isBanner, boolean styled) {
        return (List<?>) Objects.requireNonNull(chromium.script(SCRIPT, selector, isBanner, styled));
    }

    private static String script() {
        try (InputStream in = Measures.class.getResourceAsStream("measures.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

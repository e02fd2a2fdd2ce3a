package org.migrationmodes.testing.forum.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The answer of an action. */
sealed interface Reply {
    /** A whole HTML page. */
    record Page(String title, Html body) implements Reply {}

    /** A piece of HTML for a script, without a body tag and yet {@code text/html}. */
    record Fragment(Html body) implements Reply {}

    /** A 302 to a path within the forum, as a successful write answers. */
    record Redirect(String path) implements Reply {}

    /** XML, a script or plain text. */
    record Text(String contentType, String content) implements Reply {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** An image without a content type, which leaves the browser to guess. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Image(byte[] content) implements Reply {}

    /** An attachment with the type and the name that it was stored with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Download(String fileName, String contentType, byte[] content) implements Reply {}

    static Page page(String title, Html body) {
        return new Page(title, body);
    }

    static Redirect redirect(String path, Object... values) {
        return new Redirect(String.format(Locale.ROOT, path, values));
    }
}

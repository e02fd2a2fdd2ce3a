package org.migrationmodes.source;

import java.time.Duration;

/** A server that follows a flag, over real sockets. */
abstract class WithPublishedFlag extends WithFile {
    static final Duration POLL = Duration.ofSeconds(17);

    static String flag(String mode) {
        return "{\"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \"" + mode + "\"}}";
    }

    static String flag(int epoch, String mode) {
        return "{\"epoch\": " + epoch + ", \"announcement\": \"https://example.org/a\", \"services\": {\"wiki\": \""
                + mode + "\"}}";
    }

    Server following() {
        return server.write(follow()).start();
    }

    void poll() {
        server.timer.advance(POLL);
    }

    SourceStatus status() {
        return server.client().status().remote();
    }
}

package org.migrationmodes.source;

/** A server that its file rules, or follows a website as its file says. */
abstract class WithFile extends WithServer {
    static final String ANNOUNCED = "{\"mode\": \"announced\", \"announcement\": \"https://example.org/a\"}";
    static final String FROZEN = "{\"mode\": \"read-only\", \"announcement\": \"https://example.org/a\"}";

    final String follow() {
        return "{\"remote\": \"" + website.url() + "\"}";
    }
}

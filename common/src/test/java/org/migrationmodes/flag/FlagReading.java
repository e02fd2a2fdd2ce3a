package org.migrationmodes.flag;

import java.time.Instant;

/** Reads a published flag. */
abstract class FlagReading {
    static final Instant NOON = Instant.parse("2021-02-26T12:00:00Z");

    static FlagDocument read(String json) throws InvalidDocument {
        return FlagJson.published(Section.parse(json));
    }

    static Mode mode(String json, String service) throws InvalidDocument {
        return read(json).of(service, null).at(NOON).mode();
    }
}

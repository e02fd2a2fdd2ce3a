package org.migrationmodes.source;

import org.jspecify.annotations.Nullable;

/**
 * What tells one representation of a document from another (RFC 9110, section 8.8).
 *
 * @param tag the ETag as it came
 * @param modified the Last-Modified as it came
 */
record Validator(@Nullable String tag, @Nullable String modified) {}

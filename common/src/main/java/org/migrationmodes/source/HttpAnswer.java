package org.migrationmodes.source;

import java.time.Duration;

/**
 * What one question to a website brought.
 *
 * @param reading for the follower
 * @param pause how long it should not be asked again, as it says itself; zero if it does not
 */
record HttpAnswer(Reading reading, Duration pause) {
    HttpAnswer(Reading reading) {
        this(reading, Duration.ZERO);
    }
}

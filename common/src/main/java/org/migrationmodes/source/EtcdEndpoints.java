package org.migrationmodes.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which member of the cluster to ask, and when: after a failure the next one at once, after a round of failures later and
 * later. Not thread-safe.
 */
final class EtcdEndpoints {
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private final List<URI> endpoints;
    private final Duration longest;
    private int current;
    private int failures;

    EtcdEndpoints(List<URI> endpoints, Duration longest) {
        this.endpoints = endpoints;
        this.longest = longest;
    }

    URI current() {
        return endpoints.get(current);
    }

    int size() {
        return endpoints.size();
    }

    void succeeded() {
        failures = 0;
    }

    /** Goes on to the next; says how long to wait before it is asked. */
    Duration failed() {
        current = (current + 1) % endpoints.size();
        failures++;
        if (failures % endpoints.size() != 0) {
            return Duration.ZERO;
        }
        int rounds = Math.min(failures / endpoints.size() - 1, 20);
        long longestNow = Math.min(longest.toNanos(), SHORTEST.toNanos() << rounds);
        // Not all servers at the same moment.
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longestNow / 2, longestNow + 1));
    }
}

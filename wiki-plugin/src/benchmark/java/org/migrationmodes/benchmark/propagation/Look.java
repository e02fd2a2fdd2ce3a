package org.migrationmodes.benchmark.propagation;

import java.io.IOException;

/** Something that asks a website whether its flag has changed, and gets the answer that it has not. */
@FunctionalInterface
interface Look {
    /**
     * Asks once, and returns when the answer is there.
     *
     * @throws IOException if none came
     * @throws InterruptedException if somebody is tired of waiting
     */
    void once() throws IOException, InterruptedException;
}

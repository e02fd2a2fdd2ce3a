package org.migrationmodes.testing;

/** A running server on the loopback address. */
public interface Host extends AutoCloseable {
    int port();

    /** Everything that was logged since the start. */
    String log();

    /** Stops the server and waits until it is down. */
    @Override
    void close();

    default RawHttp http() {
        return new RawHttp(port());
    }

    default String url(String target) {
        return "http://localhost:" + port() + target;
    }
}

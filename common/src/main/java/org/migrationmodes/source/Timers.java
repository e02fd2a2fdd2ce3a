package org.migrationmodes.source;

/**
 * The threads of a client; each starts with its first task.
 *
 * @param files may hang in a network file system
 * @param remote may wait for a website
 * @param alarms never waits: scheduled changes and deadlines
 */
public record Timers(Timer files, Timer remote, Timer alarms) implements AutoCloseable {
    /**
     * Timers on the machine's clock.
     *
     * @param name how the names of the threads begin
     * @return three timers without a running thread
     */
    public static Timers system(String name) {
        return new Timers(
                new SystemTimer(name + "-file"), new SystemTimer(name + "-remote"), new SystemTimer(name + "-alarm"));
    }

    @Override
    public void close() {
        files.close();
        remote.close();
        alarms.close();
    }
}

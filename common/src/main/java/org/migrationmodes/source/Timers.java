package org.migrationmodes.source;

/**
 * The threads of a client; each starts with its first task.
 *
 * @param files may hang in a network file system
 * @param remote may wait for a website
 * @param fleet may wait for those who ask how this server is doing
 * @param disk may hang where the last good documents are kept
 * @param alarms never waits: scheduled changes and deadlines
 */
public record Timers(Timer files, Timer remote, Timer fleet, Timer disk, Timer alarms) implements AutoCloseable {
    /**
     * Timers on the machine's clock.
     *
     * @param name how the names of the threads begin
     * @return timers without a running thread
     */
    public static Timers system(String name) {
        return new Timers(
                new SystemTimer(name + "-file"),
                new SystemTimer(name + "-remote"),
                new SystemTimer(name + "-fleet"),
                new SystemTimer(name + "-disk"),
                new SystemTimer(name + "-alarm"));
    }

    @Override
    public void close() {
        files.close();
        remote.close();
        fleet.close();
        disk.close();
        alarms.close();
    }
}

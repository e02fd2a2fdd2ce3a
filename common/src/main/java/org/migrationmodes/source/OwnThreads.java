package org.migrationmodes.source;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** Daemon threads of one name, whose end can be waited for. Thread-safe. */
final class OwnThreads implements ThreadFactory {
    private final String name;
    private final Set<Thread> made = ConcurrentHashMap.newKeySet();

    /**
     * @param name as it shows in a thread dump
     */
    OwnThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        // The thread is the plugin's own; it must not keep alive whatever loader happened to start it.
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
        made.removeIf(other -> other.getState() == Thread.State.TERMINATED);
        made.add(thread);
        return thread;
    }

    /**
     * Waits until all have ended. An executor says that it has terminated while its last thread is still on its way out,
     * and a container that looks then warns of a leak.
     *
     * @return whether they have
     */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean ended = true;
        for (Thread thread : made) {
            // 0 would be forever
            thread.join(
                    Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            ended &= !thread.isAlive();
        }
        return ended;
    }
}

package org.migrationmodes.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Wakes somebody up when something happens in a folder, as far as the file system tells: network file systems and some
 * container volumes do not. So it spares waiting, and nothing may depend on it. Folders may hang, so no lock is held while
 * one is touched.
 */
final class FolderWatch implements AutoCloseable {
    private static final long CLOSING_MILLIS = 2_000;

    private final System.Logger log = System.getLogger(FolderWatch.class.getName());
    private final Callable<WatchService> system;
    private final Runnable awake;
    private final Map<Path, Watched> watched = new HashMap<>();
    private @Nullable WatchService service;
    private @Nullable Thread thread;
    private boolean closed;

    /** A folder may be replaced by another of the same name: the identity is that of the one that is watched. */
    private record Watched(WatchKey key, @Nullable Object identity) {}

    /**
     * @param system opens what the file system tells through
     * @param awake called on the watch's thread; must be quick
     */
    FolderWatch(Callable<WatchService> system, Runnable awake) {
        this.system = system;
        this.awake = awake;
    }

    /**
     * Watches these folders from now on, those of them that exist. Call it again and again, on one thread: folders come and
     * go.
     */
    void cover(Set<Path> folders) {
        Iterator<Map.Entry<Path, Watched>> known = watched.entrySet().iterator();
        while (known.hasNext()) {
            Map.Entry<Path, Watched> entry = known.next();
            Watched old = entry.getValue();
            if (!folders.contains(entry.getKey())
                    || !old.key().isValid()
                    || old.identity() == null
                    || !old.identity().equals(identity(entry.getKey()))) {
                old.key().cancel();
                known.remove();
            }
        }
        for (Path folder : folders) {
            if (!watched.containsKey(folder) && Files.isDirectory(folder)) {
                watch(folder);
            }
        }
    }

    private void watch(Path folder) {
        try {
            WatchService opened = service();
            if (opened == null) {
                return;
            }
            Object identity = identity(folder);
            WatchKey key = folder.register(
                    opened,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            watched.put(folder, new Watched(key, identity));
        } catch (Exception e) {
            // Such as no more inotify instances; it is looked at all the same.
            log.log(System.Logger.Level.DEBUG, () -> folder + " cannot be watched", e);
        }
    }

    private synchronized @Nullable WatchService service() throws Exception {
        if (service == null && !closed) {
            WatchService opened = system.call();
            service = opened;
            thread = listen(opened);
        }
        return closed ? null : service;
    }

    private static @Nullable Object identity(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        } catch (IOException | SecurityException e) {
            return null;
        }
    }

    private Thread listen(WatchService opened) {
        Thread listener = new Thread(() -> take(opened), "migration-modes-watch");
        listener.setDaemon(true);
        listener.setContextClassLoader(FolderWatch.class.getClassLoader());
        listener.start();
        return listener;
    }

    private void take(WatchService opened) {
        try {
            while (true) {
                WatchKey key = opened.take();
                key.pollEvents();
                key.reset();
                awake.run();
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            log.log(System.Logger.Level.DEBUG, "The watch of folders ends");
        }
    }

    @Override
    public void close() {
        Thread ending;
        synchronized (this) {
            closed = true;
            ending = thread;
            if (service != null) {
                try {
                    service.close();
                } catch (IOException e) {
                    log.log(System.Logger.Level.DEBUG, "Closing the watch of folders failed", e);
                }
            }
        }
        if (ending != null) {
            try {
                ending.join(CLOSING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
